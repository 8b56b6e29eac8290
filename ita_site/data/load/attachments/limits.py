"""How large an attachment may be, and how much work it may make: all the limits in one place."""

from __future__ import annotations

MAX_FILE = 20_000_000
"""Bytes of one file: a scan of a hundred pages, or what a phone on a village's network loads in a minute."""
MAX_YEAR = 200_000_000
"""Bytes of all files that a fiscal year's records name: five such years fit what hosts of static sites take (1 GB)."""
MAX_PICTURE = 5_000_000
"""Bytes of a picture, which a page shows unasked: a photo as phones take it, fifteen seconds on a slow network."""
MAX_PIXELS = 50_000_000
"""Width times height of a picture: what phones take, and 150 MB once it is unpacked."""
MAX_EMBLEM = 100_000
"""Bytes of the emblem, which every page shows, also on a slow connection."""
MAX_EMBLEM_PIXELS = 4_000_000
"""Width times height of the emblem: every phone unpacks it on every page."""
MAX_UNPACKED = 200_000_000
"""Bytes of all that is packed in an office file; a real one unpacks to a few times its size, a bomb to thousands."""
MAX_ENTRIES = 5_000
"""Parts of an office file: a presentation of 300 slides has about 2,000."""
MAX_OBJECTS = 200_000
"""Objects of a PDF: a document of 500 pages has about 20,000."""
