"""When Python looks for garbage: never at what stays, and always again afterwards."""

import gc
import importlib
import subprocess
import sys
import weakref

import pytest

from ita_site import plugin
from ita_site.ground.garbage import uncollected


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


def test_what_work_leaves_is_not_looked_through_as_it_ends() -> None:
    looks: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        looks.append(phase)

    gc.callbacks.append(note)
    try:
        with uncollected(is_last=True):
            made = [[each] for each in range(10 * gc.get_threshold()[0])]
        made.append([])
    finally:
        gc.callbacks.remove(note)
    assert not looks
    assert gc.isenabled()


def test_what_a_preview_drops_rebuild_by_rebuild_does_not_heap_up() -> None:
    class Made:
        def __init__(self) -> None:
            self.itself = self

    dropped: list[weakref.ref[Made]] = []
    for _ in range(100):
        with uncollected():
            dropped += [weakref.ref(Made()) for _ in range(10_000)]
        if dropped[0]() is None:
            return
    pytest.fail("nothing was ever looked for")


def test_a_process_that_ends_looks_for_none() -> None:
    garbage = "class Told:\n def __del__(self): print('looked')\ntold = Told()\ntold.itself = told\ndel told\n"
    leave = "from ita_site.ground.garbage import leave_at_exit\nleave_at_exit()\n"
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for code in (garbage, leave + garbage)
    ]
    assert told == ["looked\n", ""]
