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


def test_a_build_looks_for_none_to_its_end_and_the_preview_does() -> None:
    of_command = plugin.ItaSitePlugin()
    of_command.on_startup(command="build", dirty=False)
    assert not gc.isenabled()
    of_command.on_shutdown()
    of_command.on_shutdown()
    assert gc.isenabled()
    of_command.on_startup(command="serve", dirty=False)
    assert gc.isenabled()
    of_command.on_shutdown()
