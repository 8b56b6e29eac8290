"""Data files read before: what is remembered of a file is what reading it anew would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ita_site.data.load import FileMemory, load
from ita_site.ground.cache.file_cache import FileCache

if TYPE_CHECKING:
    from pathlib import Path

    from ita_site.data.load import Dataset, ReadFile


def said(dataset: Dataset) -> list[object]:
    """Return what a dataset says of each file: record, place of a value, bytes and problems."""
    records = [(each.record, each.at(), each.document.data) for year in dataset.years.values() for each in year.records]
    return [*records, list(dataset.problems), dataset.damaged, dict(dataset.sources)]


def test_a_folder_read_again_is_as_if_it_were_read_anew(mueang_pan: Path, tmp_path: Path) -> None:
    data, kept = mueang_pan / "data", tmp_path / "kept"
    result, measure = data / "2568/result.yml", data / "2568/measures/e-service.yml"
    right = result.read_bytes()

    def spoil() -> None:
        result.write_bytes(right.replace(b"97.96", "สูง".encode()))

    changes = (
        lambda: None,
        spoil,
        lambda: result.write_bytes(right),
        lambda: measure.write_bytes(measure.read_bytes().replace(b"\n", b"\r\n")),
        lambda: measure.rename(measure.with_name("e-services.yml")),
        lambda: (data / "2568/plan.yml").write_bytes(b""),
        lambda: (data / "2568/reports/annual.yml").write_text('title: "ก\nsummary: ข\n', encoding="utf-8"),
    )
    one: FileMemory[ReadFile] = FileMemory()
    for change in changes:
        change()
        further: FileMemory[ReadFile] = FileMemory(FileCache(kept))
        assert (
            said(load(data, mueang_pan, one)) == said(load(data, mueang_pan, further)) == said(load(data, mueang_pan))
        )


def test_a_file_that_stays_is_read_once(mueang_pan: Path) -> None:
    memory: FileMemory[ReadFile] = FileMemory()
    before = load(mueang_pan / "data", mueang_pan, memory)
    measures = mueang_pan / "data/2568/measures"
    (measures / "e-service.yml").write_bytes((measures / "e-service.yml").read_bytes() + b"# x\n")
    after = load(mueang_pan / "data", mueang_pan, memory)
    read = [name for name, each in after.years[2568].measures.items() if each is not before.years[2568].measures[name]]
    assert read == ["e-service"]
