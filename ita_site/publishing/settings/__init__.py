"""What `mkdocs.yml` says of a site, read once for every host: typed, and every fault of it a `Problem`.

MkDocs reads the file too. Its own values count where its command line overrides the file, and in nothing else.
"""

from ita_site.publishing.settings.reader import read_settings
from ita_site.publishing.settings.record import NAME, Settings, find

__all__ = ["NAME", "Settings", "find", "read_settings"]
