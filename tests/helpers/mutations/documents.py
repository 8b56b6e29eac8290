"""Files of the data that come, go and change their names: measures, reports, years, frameworks, attachments, a logo."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.helpers import made_files, small_sets
from tests.helpers.mutations.project import NotApplicable

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from tests.helpers.mutations.project import Project

_MEASURES = "data/*/measures/*.yml"
_REPORTS = "data/*/reports/*.yml"


def add_measure(project: Project, chance: Random) -> str:
    return _copy(project, project.within(chance, _MEASURES))


def delete_measure(project: Project, chance: Random) -> str:
    """Reports that tell of it are told of, too, but sometimes."""
    path = project.within(chance, _MEASURES)
    path.unlink()
    if chance.random() < 0.8:
        _refer(project, path.stem, None)
    return project.called(path)


def rename_measure(project: Project, chance: Random) -> str:
    """A page moves, and the old address leads on to it, or is gone."""
    return _rename(project, project.within(chance, _MEASURES), leads_on=chance.random() < 0.5)


def add_report(project: Project, chance: Random) -> str:
    return _copy(project, project.within(chance, _REPORTS))


def delete_report(project: Project, chance: Random) -> str:
    path = project.within(chance, _REPORTS)
    path.unlink()
    return project.called(path)


def rename_report(project: Project, chance: Random) -> str:
    return _rename(project, project.within(chance, _REPORTS), leads_on=chance.random() < 0.5)


def add_year(project: Project, chance: Random) -> str:
    year = chance.choice([str(each) for each in (2565, 2566, 2570) if not (project.data / str(each)).exists()] or [""])
    if not year:
        raise NotApplicable
    small_sets.write(project.data / year / "gaps.yml", {"result": "ยังไม่มีผล", "measures": "ยังไม่มีมาตรการ"})
    return year


def add_a_year_of_the_files_of_another(project: Project, chance: Random) -> str:
    old = _year(project, chance)
    year = chance.choice([each for each in ("2565", "2566") if each != old.name])
    shutil.copytree(old, project.data / year, dirs_exist_ok=True)
    return f"{year} as {old.name}"


def delete_year(project: Project, chance: Random) -> str:
    year = _year(project, chance)
    shutil.rmtree(year)
    return year.name


def rename_year(project: Project, chance: Random) -> str:
    old, year = _year(project, chance), project.data / str(chance.choice([2565, 2566, 2570, 2571]))
    if year.exists():
        raise NotApplicable
    old.rename(year)
    return f"{old.name} to {year.name}"


def edit_framework(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/frameworks/*.yml")
    framework = small_sets.read(path)
    indicator = chance.choice(framework["indicators"])
    indicator["name"] += "ใหม่"
    small_sets.write(path, framework)
    return f"{project.called(path)}: indicator {indicator['id']}"


def delete_framework(project: Project, chance: Random) -> str:
    """The one that comes with the program takes its place."""
    path = project.within(chance, "data/frameworks/*.yml")
    path.unlink()
    return project.called(path)


def add_framework(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/frameworks/*.yml")
    year = chance.choice([2565, 2566, 2570])
    small_sets.write(path.with_name(f"{year}.yml"), {**small_sets.read(path), "year": year})
    return f"{year} as {path.name}"


def add_attachment(project: Project, chance: Random) -> str:
    path = project.within(chance, _MEASURES, _REPORTS)
    name = f"{project.name()}.{chance.choice(['txt', 'csv', 'png'])}"
    files = path.parent.parent / "files"
    files.mkdir(exist_ok=True)
    (files / name).write_bytes(_attached(name, chance))
    document = small_sets.read(path)
    entry = {"title": f"ไฟล์ {name}", "file": name, "description": "ภาพกิจกรรม"}
    document["attachments"] = [*document.get("attachments", []), entry]
    small_sets.write(path, document)
    return f"{name} of {project.called(path)}"


def edit_attachment(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/files/*")
    path.write_bytes(_attached(path.name, chance))
    return project.called(path)


def delete_attachment(project: Project, chance: Random) -> str:
    path = project.within(chance, "data/*/files/*")
    path.unlink()
    return project.called(path)


def attach_no_more(project: Project, chance: Random) -> str:
    """The files stay, which none refers to."""
    found = [each for each in sorted(project.root.glob(_MEASURES)) if "attachments" in small_sets.read(each)]
    if not found:
        raise NotApplicable
    path = chance.choice(found)
    document = small_sets.read(path)
    del document["attachments"]
    small_sets.write(path, document)
    return project.called(path)


def change_logo(project: Project, chance: Random) -> str:
    (project.data / "logo.png").write_bytes(made_files.png_of(64, chance.randint(40, 90)))
    agency = small_sets.read(project.data / "agency.yml")
    small_sets.write(project.data / "agency.yml", {**agency, "logo": "logo.png"})
    return "data/logo.png"


def empty_a_folder(project: Project, chance: Random) -> str:
    """The folder stays: a program that looks at those that hold files does not see that they are gone."""
    folder = project.within(chance, _MEASURES, _REPORTS, "data/*/files/*", "data/frameworks/*").parent
    for path in folder.iterdir():
        path.unlink()
        _refer(project, path.stem, None)
    return project.called(folder)


def list_addresses(project: Project, chance: Random) -> str:
    """From now on none of the pages may be gone."""
    pages = sorted(each.parent.relative_to(project.site).as_posix() for each in project.site.glob("*/*/*/index.html"))
    if not pages:
        raise NotApplicable
    listed = chance.sample(pages, min(4, len(pages)))
    (project.data / "urls.txt").write_text("".join(f"/{each}/\n" for each in listed), encoding="utf-8")
    return ", ".join(listed)


def list_no_addresses(project: Project, _: Random) -> str:
    path = project.data / "urls.txt"
    if not path.exists():
        raise NotApplicable
    path.unlink()
    return project.called(path)


KINDS = (
    *(add_measure, delete_measure, rename_measure, add_report, delete_report, rename_report),
    *(add_year, add_a_year_of_the_files_of_another, delete_year, rename_year),
    *(edit_framework, delete_framework, add_framework, empty_a_folder),
    *(add_attachment, edit_attachment, delete_attachment, attach_no_more, change_logo, list_addresses),
    *(list_no_addresses,),
)


def _year(project: Project, chance: Random) -> Path:
    return chance.choice(sorted(each for each in project.data.iterdir() if each.name.isdecimal()))


def _copy(project: Project, path: Path) -> str:
    copy = path.with_name(f"{project.name()}.yml")
    document = small_sets.read(path)
    document["title"] = f"{document.get('title')} {copy.stem}"
    small_sets.write(copy, document)
    return f"{project.called(copy)} as {path.name}"


def _rename(project: Project, path: Path, *, leads_on: bool) -> str:
    new = path.with_name(f"{project.name()}.yml")
    path.rename(new)
    _refer(project, path.stem, new.stem)
    if leads_on:
        document = small_sets.read(new)
        small_sets.write(new, {**document, "was": [*document.get("was", []), path.stem]})
    return f"{project.called(path)} to {new.name}{', which leads on' if leads_on else ''}"


def _refer(project: Project, old: str, new: str | None) -> None:
    """Let reports tell of a measure by another name, or not at all."""
    for path in sorted(project.root.glob(_REPORTS)):
        report = small_sets.read(path)
        rows = report.get("measures", [])
        kept = [each for each in rows if new or each.get("measure") != old]
        report["measures"] = [{**each, "measure": new} if each.get("measure") == old else each for each in kept]
        if report["measures"] != rows:
            small_sets.write(path, report)


def _attached(name: str, chance: Random) -> bytes:
    if name.endswith(".png"):
        return made_files.picture("PNG", (chance.randint(40, 60), 40))
    return ("รายการ,จำนวน\n" + "ก,1\n" * chance.randint(1, 2000)).encode()
