"""When Python looks for garbage: never at what stays, and always again afterwards."""

import gc
import importlib
import subprocess
import sys
import weakref

import pytest

from ita_site import plugin
from ita_site.ground.garbage import last_work, uncollected


class _Made:
    def __init__(self) -> None:
        self.itself = self


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


def test_what_last_work_leaves_is_looked_through_only_if_the_process_goes_on() -> None:
    looks: list[str] = []

    def note(phase: str, _: dict[str, int]) -> None:
        looks.append(phase)

    try:
        with last_work():
            gc.callbacks.append(note)
            made = [[each] for each in range(20_000)]
        made += [[each] for each in range(20_000)]
        assert not looks
        made += [[each] for each in range(200_000)]
        assert len(looks) > 10  # as often as ever from then on
    finally:
        gc.callbacks.remove(note)


def test_what_last_work_leaves_is_gone_when_more_of_it_begins() -> None:
    with last_work():
        made = _Made()
        left = weakref.ref(made)
        del made
    assert left() is not None
    with last_work():
        assert left() is None


def test_what_a_preview_drops_rebuild_by_rebuild_does_not_heap_up() -> None:
    dropped: list[weakref.ref[_Made]] = []
    for _ in range(100):
        with uncollected():
            dropped += [weakref.ref(_Made()) for _ in range(10_000)]
        if dropped[0]() is None:
            return
    pytest.fail("nothing was ever looked for")


def test_a_process_that_ends_looks_for_none() -> None:
    garbage = "class Told:\n def __del__(self): print('looked')\ntold = Told()\ntold.itself = told\ndel told\n"
    leave = "from ita_site.ground.garbage import last_work\nwith last_work(): pass\n"
    told = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for code in (garbage, leave + garbage)
    ]
    assert told == ["looked\n", ""]
