"""The Python that Jinja makes of templates, kept beside that which Python makes of modules: once an installation."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from importlib import metadata, util
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache

from ita_site.ground.cache.file_cache import FileCache, key_of, user_folder

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

_MOST_BYTES = 20_000_000
"""Those of ten versions of all templates."""


class TemplateCache(BytecodeCache):
    """Templates of one environment; what an environment does to a text is part of what is kept."""

    def __init__(self, environment: str) -> None:
        """Keep the templates of an environment, apart from those of others."""
        self._environment = f"{environment} {metadata.version('jinja2')} {sys.version}"

    @cached_property
    def _cache(self) -> FileCache:
        return FileCache(_folder(), _MOST_BYTES)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if it was kept."""
        if (kept := self._cache.kept(self._key(bucket))) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a bucket."""
        self._cache.keep(self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> str:
        return key_of("template", self._environment, bucket.key, bucket.checksum)


def _folder() -> Path | None:
    """Return where Python keeps what it makes of this module; the user's folder, where it may keep nothing there."""
    kept, of_user = Path(util.cache_from_source(__file__)).parent, user_folder()
    return kept / "templates" if of_user and not sys.dont_write_bytecode and os.access(kept, os.W_OK) else of_user
