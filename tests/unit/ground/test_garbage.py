"""When Python looks for garbage: never at what stays, and always again afterwards."""

import gc
import importlib

from ita_site import plugin


def test_the_plugin_leaves_what_it_imports_settled_and_the_looking_on() -> None:
    gc.unfreeze()
    try:
        importlib.reload(plugin)
        assert gc.isenabled()
        assert gc.get_freeze_count() > 10_000
    finally:
        gc.unfreeze()
