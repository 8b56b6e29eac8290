"""The screen that publishes: what has changed, what stands in the way, where it goes, and the way back."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from ita_site.data import edit
from ita_site.data.edit import AddKey, CannotEditError, SetValue
from ita_site.ground.git import git_program
from ita_site.ground.git.git_program import NoHistory
from ita_site.ground.problems import InvalidData, Severity, blocking
from ita_site.hosts.desk import own_commands
from ita_site.hosts.desk.file_list import name_of_file
from ita_site.hosts.desk.forms.spoken_keys import with_fields_named
from ita_site.hosts.desk.rendering import page, tell, typed_texts, workspace_of
from ita_site.hosts.reports import changes_report, failures, no_history_report, problem_report
from ita_site.hosts.targets import TargetKind, TargetSettings, git_target, read_target
from ita_site.hosts.targets.git_repository import GitRefused, Repository
from ita_site.hosts.targets.last_publication import last_publication
from ita_site.hosts.value_changes import DataChanges, NotPublishedYet, data_changes
from ita_site.judging import privacy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from ita_site.data.edit import FileChange
    from ita_site.hosts.desk.workspace import Workspace

_SECONDS = 900
"""How long a publication may take before it is given up; what is published stays then, too."""
_ORDER = ("site_name", "site_url")
"""How settings begin."""
_KINDS = {
    TargetKind.FOLDER: "โฟลเดอร์ (เว็บเซิร์ฟเวอร์ แชร์ในเครือข่าย USB)",
    TargetKind.ZIP: "ไฟล์ ZIP สำหรับส่งผู้ดูแลเว็บไซต์",
    TargetKind.SFTP: "เครื่องแม่ข่าย (SFTP)",
    TargetKind.GIT: "ที่เก็บ Git ซึ่งเผยแพร่ให้เองเมื่อได้รับ",
}
_NO_PROJECT = "โฟลเดอร์ข้อมูลนี้ไม่มี mkdocs.yml ของโครงการ จึงเผยแพร่ไม่ได้ ให้เปิดโต๊ะทำงานในโฟลเดอร์ของโครงการ"
_NO_PLACE = "ให้เลือกว่าจะเผยแพร่ไปที่ใด และพิมพ์ชื่อโฟลเดอร์หรือไฟล์"
_WARNED = "ยังมีคำเตือน {count} เรื่องตามผลตรวจด้านล่าง ให้แก้หรืออธิบายก่อน หรือเลือก “เผยแพร่ทั้งที่ยังมีคำเตือน” แล้วกดเผยแพร่อีกครั้ง"
_NO_AUTHOR = "ให้พิมพ์ชื่อหรือตำแหน่ง และอีเมล Git เก็บไว้กับทุกการแก้ (ถามครั้งเดียว)"
_TOO_LONG = "ใช้เวลานานเกินไปจึงเลิก เว็บไซต์ที่เผยแพร่อยู่ยังเป็นของเดิม"
_NEVER_HERE = "ยังไม่เคยเผยแพร่ไปที่นี้"
_NEVER = "ยังไม่เคยเผยแพร่จากโฟลเดอร์นี้ จึงยังไม่มีอะไรให้เทียบ เลือกด้านล่างว่าจะเผยแพร่ไปที่ใด"
_ADDRESS_KEPT = "จดที่อยู่ของเว็บไซต์แล้ว: {url}"
_NO_ADDRESS = "ให้พิมพ์ที่อยู่เต็มที่จะเผยแพร่ ขึ้นต้นด้วย https://"
_MOST_PAGES = 60


def show(request: Request) -> Response:
    """Return what would be published."""
    return _shown(request)


def publish(request: Request) -> Response:
    """Publish, where it is said; tell what came of it."""
    workspace, given = workspace_of(request), _given(request)
    arguments = ["publish"]
    try:
        is_set = _target(workspace) is not None
    except InvalidData:
        return _shown(request)
    if wrong := _lacking(workspace, given, is_set=is_set):
        return _shown(request, wrong, given)
    if "to" in given:
        arguments.append(f"--to={given['to']}")
        if given.get("place") and given["to"] != TargetKind.GIT:
            arguments.append(f"--place={given['place']}")
    if _asks_author(workspace, given.get("to", "")):
        try:
            git_target.set_author(Repository(workspace.root), given["author"], given["email"])
        except GitRefused as error:
            return _shown(request, str(error))
    if given.get("message"):
        arguments.append(f"--message={given['message']}")
    if "with-warnings" in given:
        arguments.append("--with-warnings")
    return _done(request, arguments)


def _lacking(workspace: Workspace, given: Mapping[str, str], *, is_set: bool) -> str:
    """Return what a person has yet to say before anything is published; nothing where all is said."""
    if "to" in given or not is_set:
        kind = given.get("to", "")
        if kind not in set(TargetKind) or (kind != TargetKind.GIT and not given.get("place")):
            return _NO_PLACE
    warnings = sum(each.severity is Severity.WARNING for each in workspace.checked().problems)
    if warnings and "with-warnings" not in given:
        return _WARNED.format(count=warnings)
    is_named = given.get("author") and given.get("email")
    return _NO_AUTHOR if not is_named and _asks_author(workspace, given.get("to", "")) else ""


def keep_address(request: Request) -> Response:
    """Write where the site will stand into its settings; one that is none leaves them as they are."""
    workspace, url = workspace_of(request), _given(request).get("address", "")
    file = workspace.settings.file
    if not url or file is None:
        return _shown(request, _NO_ADDRESS if file is not None else _NO_PROJECT)
    seen = file.read_bytes()
    try:
        whole = edit.values(seen, file.name)
        change: FileChange = AddKey((), "site_url", url, _ORDER)
        if isinstance(whole, dict) and "site_url" in whole:
            change = SetValue(("site_url",), whole["site_url"], url)
        saved = edit.save(file, (change,), edit.digest(seen), base=seen, name=file.name)
    except CannotEditError as error:
        return _shown(request, str(error))
    except OSError as error:
        return _shown(request, failures.of_system(error))
    known = workspace.settings
    if blocking(known.problems) or not known.url:
        edit.undo(file, saved, file.name)
        told = [each.message for each in known.problems if each.severity is Severity.ERROR]
        return _shown(request, "\n".join(told) or _NO_ADDRESS)
    tell(request, _ADDRESS_KEPT.format(url=known.url))
    return RedirectResponse("/publish", 303)


def roll_back(request: Request) -> Response:
    """Put back what was published before."""
    return _done(request, ["rollback"])


def _done(request: Request, arguments: list[str]) -> Response:
    """Run a command as a clerk would, and say what it said: MkDocs builds in a process of its own."""
    workspace = workspace_of(request)
    try:
        done = subprocess.run(  # noqa: S603 - our own command; each value is a part of one argument
            own_commands.command(*arguments, f"--data={workspace.data}"),
            cwd=workspace.root,
            env=own_commands.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _shown(request, _TOO_LONG)
    told, failed = (each.decode("utf-8", "replace").strip() for each in (done.stdout, done.stderr))
    if done.returncode:
        return _shown(request, failed or told)
    tell(request, *told.splitlines(), *failed.splitlines())
    return RedirectResponse("/publish", 303)


def _shown(request: Request, refused: str = "", given: Mapping[str, str] | None = None) -> Response:
    workspace = workspace_of(request)
    checked = workspace.checked()
    target, fault = None, ""
    try:
        target = _target(workspace)
    except InvalidData as error:
        fault = " ".join(f"{each.position}: {each.message}" for each in error.problems)
    found: DataChanges | None = None
    unknown = ""
    try:
        published = last_publication(workspace.data, workspace.settings, target)
        found = data_changes(published, checked.dataset, workspace.settings, workspace.data)
    except OSError as error:
        unknown = failures.of_system(error)
    except NotPublishedYet:
        unknown = _NEVER_HERE if target else _NEVER
    except NoHistory as error:
        unknown = no_history_report.reason(error, _NEVER)
    office = privacy.public_by_office(checked.dataset)
    levels = [each.severity for each in checked.problems]
    shown = {problem_report.line(each) for each in checked.problems if each.severity is not Severity.NOTICE}
    return page(
        request,
        "publish.html.jinja",
        status=422 if refused else 200,
        refused=refused or fault or ("" if workspace.settings.root else _NO_PROJECT),
        changes=found,
        summary=changes_report.summary(found) if found is not None else unknown,
        lines={file.path: [changes_report.line(each, office) for each in file.values] for file in found.files}
        if found is not None
        else {},
        others=[f"{state.value}: {path}" for path, state in (*found.attachments, *found.written)]
        if found is not None
        else [],
        verdicts=[
            each.strip()
            for each in changes_report.verdicts(checked.problems)
            if each.strip() not in shown  # with the way to the form, below
        ],
        found=list(_found_in_files(workspace)),
        most_pages=_MOST_PAGES,
        target=target,
        place=_place(target),
        given=given or {},
        kinds=_KINDS,
        has_errors=Severity.ERROR in levels,
        has_warnings=Severity.WARNING in levels,
        asks_author=_asks_author(workspace, ""),
        asks_address=workspace.settings.file is not None and not workspace.settings.url,
        can_have_git=bool(git_program.top(workspace.root)),
    )


def _found_in_files(workspace: Workspace) -> Iterator[dict[str, str]]:
    """Yield what is to be mended or explained before anything is published, the worst first."""
    files = {each.name: each for each in workspace.files()}
    told = [each for each in workspace.checked().problems if each.severity is not Severity.NOTICE]
    for problem in sorted(told, key=lambda each: (each.severity is not Severity.ERROR, each)):
        file = files.get(problem.position.path)
        yield {
            "form": file.path.relative_to(workspace.data).as_posix() if file else "",
            "name": name_of_file(workspace, file) if file else str(problem.position),
            "severity": problem_report.WORDS[problem.severity],
            "message": with_fields_named(problem.message, file.kind.value) if file else problem.message,
        }


def _given(request: Request) -> dict[str, str]:
    return {name: each.strip() for name, each in typed_texts(request)}


def _target(workspace: Workspace) -> TargetSettings | None:
    return read_target(workspace.root)


def _place(target: TargetSettings | None) -> str:
    if target is None:
        return ""
    return target.folder or target.file or target.remote


def _asks_author(workspace: Workspace, chosen: str) -> bool:
    """Tell whether Git is to be told who commits."""
    try:
        target = _target(workspace)
        kind = chosen or (target.target if target else "")
        return kind == TargetKind.GIT and not git_target.has_author(Repository(workspace.root))
    except (InvalidData, GitRefused):
        return False


ROUTES = [
    Route("/publish", show),
    Route("/publish", publish, methods=["POST"]),
    Route("/publish/address", keep_address, methods=["POST"]),
    Route("/publish/rollback", roll_back, methods=["POST"]),
]
