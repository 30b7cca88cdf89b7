"""`check --fix`: what can be mended safely is mended, and said; what is left is listed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from profile_tui.cli.command import Namespace
from profile_tui.cli.findings import find, print_found
from profile_tui.cli.output import complain, one_line, say, say_diff, say_json
from profile_tui.cli.report import at
from profile_tui.site.fixes import fixes
from profile_tui.site.repository.locate import Target, locate
from profile_tui.text.catalogue import _
from profile_tui.text.errors import UsageError
from profile_tui.workspace.fixing import fix
from profile_tui.workspace.reencoding import CODE, Reencoding, reencoded
from profile_tui.workspace.workspace import Workspace


def run(given: Namespace) -> int:
    """Fix problems and list what is left; return 1 if an error is among that, else 0.

    Raises:
        AppError: Nothing could be written.
    """
    codes, path = _codes_and_path(given.fix, given.path)
    target = locate(Path(path))
    if not codes or CODE in codes:
        converted = reencoded(target, asked=CODE in codes)
        if converted is not None and given.dry_run:
            return _would_convert(converted, given)
        if converted is not None:
            converted.save()
            complain(_("note: {at} is UTF-8 now; `profile-tui undo` undoes that").format(at=at(target.name, None)))
    return _fix(target, path, codes, given)


def _fix(target: Target, path: str, codes: Sequence[str], given: Namespace) -> int:
    """Fix problems of a page that can be read, and list what is left."""
    workspace = Workspace(target)
    problems = find(target)
    fixed, complaints = fix(workspace, problems, codes or None)
    files = [document.name for document in workspace.documents if document.dirty]
    diff = workspace.diff() if given.dry_run else ""
    writes = bool(files) and not given.dry_run
    if writes:
        workspace.save()
    # what a page says is seen only once Jekyll sees a page, and what the configuration says may differ now
    left = find(locate(Path(path))) if writes else [problem for problem in problems if problem not in fixed]
    if given.json or given.format == "json":
        data = {"path": target.name, "fixed": [problem.as_data() for problem in fixed], "files": files}
        say_json(
            {**data, "problems": [problem.as_data() for problem in left], **({"diff": diff} if given.dry_run else {})}
        )
    elif given.dry_run:
        say_diff(diff)
    else:
        for one in fixed:
            say(
                _("{at}: fixed: {label} [{code}]").format(
                    at=at(one.path, one.line), label=one_line(fixes()[one.code].label), code=one.code
                )
            )
        print_found(target, left, given.format)
    for error in complaints:
        complain(str(error))
    return 1 if any(problem.severity == "error" for problem in left) else 0


def _would_convert(converted: Reencoding, given: Namespace) -> int:
    """Print what converting the page would change, before which nothing in it can be looked at; return 1."""
    document = converted.document
    if given.json or given.format == "json":
        say_json(
            {"path": document.name, "fixed": [], "files": [document.name], "problems": [], "diff": document.diff()}
        )
    else:
        say_diff(document.diff())
    return 1


def _codes_and_path(words: Sequence[str], path: str) -> tuple[list[str], str]:
    """Return the codes that a call names after --fix, and the path, which may be after them.

    Raises:
        UsageError: A word is neither a code that has a fix nor a path.
    """
    known = {*fixes(), CODE}
    codes = [word for word in words if word in known]
    others = [word for word in words if word not in known]
    if len(others) == 1 and path == "." and os.path.lexists(others[0]):
        return codes, others[0]
    if others:
        from profile_tui.text.similar import suggestion

        near = suggestion(others[0], known) or _("these can be fixed: {names}").format(names=", ".join(sorted(known)))
        raise UsageError(_("there is no fix for {others!r}; {near}").format(others=others[0], near=near))
    return codes, path
