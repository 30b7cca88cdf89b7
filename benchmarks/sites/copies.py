"""Copies of sites under git, the program run on them, and what git says that it changed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_HUNK = re.compile(r"^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_GIT = ("git", "-c", "core.autocrlf=false", "-c", "core.quotepath=off", "-c", "user.name=m", "-c", "user.email=m@m")


@dataclass(frozen=True)
class Ran:
    """What a call of the program did.

    Attributes:
        code: Its exit code.
        output: What it printed.
        complaint: The first line of its complaints.
    """

    code: int
    output: str
    complaint: str


@dataclass
class Touched:
    """What changed in one file.

    Attributes:
        name: Its path.
        new: Whether it was created.
        gone: Whether it was removed.
        hunks: The places that changed: first line and number of lines before, and after.
        removed: The numbers of the old lines that went.
        lines: The lines that came and went, with their sign.
    """

    name: str
    new: bool = False
    gone: bool = False
    hunks: list[tuple[int, int, int, int]] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)
    lines: list[str] = field(default_factory=list)


def _without_newline(file: Touched) -> None:
    """Forgets a line that differs only by the newline at the end of the file, which others need not have had."""
    marks = [index for index, line in enumerate(file.lines) if line.startswith("\\")]
    file.lines, lines = [line for line in file.lines if not line.startswith("\\")], file.lines
    if len(marks) == 0 or not file.hunks:
        return
    start, count, at, number = file.hunks[-1]
    old = [line[1:] for line in lines if line.startswith("-")][-count:] if count else []
    new = [line[1:] for line in lines if line.startswith("+")][-number:] if number else []
    short, long = sorted((old, new), key=len)
    if short and long[: len(short)] == short and len(long) != len(short):
        kept = len(short)
        file.hunks[-1] = (start + kept - (count == kept), count - kept, at + kept - (number == kept), number - kept)
        file.removed -= set(range(start, start + kept))
        gone = [*(f"-{line}" for line in short), *(f"+{line}" for line in short)]
        for line in gone:
            file.lines.remove(line)


class Copy:
    """A copy of a site, committed."""

    def __init__(self, site: Path, folder: Path, compiled: Path) -> None:
        """Copies a site and commits all of it.

        Args:
            site: The site.
            folder: Where the copy is to be.
            compiled: Where modules are compiled once for all copies, as they are where the program is installed.
        """
        self.folder = folder
        self._env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(compiled)}
        shutil.copytree(site, folder, symlinks=True)
        for path in [folder, *folder.rglob("*")]:
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | 0o200)
        self._git("init", "--quiet", ".")
        # Bytes are compared, so nothing that the site says of line ends may count.
        (folder / ".git/info/attributes").write_text("* -text -diff=none\n")
        self.commit()

    def _git(self, *words: str) -> str:
        done = subprocess.run([*_GIT, *words], cwd=self.folder, capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")

    def commit(self) -> None:
        """Makes what is there the state that changes are told against."""
        self._git("add", "--all", "--force", ".")
        self._git("commit", "--quiet", "--allow-empty", "-m", "x")

    def restore(self) -> None:
        """Takes all changes back."""
        self._git("reset", "--quiet", "--hard")
        self._git("clean", "--quiet", "-ffdx")

    def clean(self) -> bool:
        """Whether nothing differs from what was committed."""
        return not self._git("status", "--porcelain", "--ignored", "--untracked-files=all").strip()

    def changes(self) -> list[Touched]:
        """What differs from what was committed, file by file."""
        self._git("add", "--all", "--force", "--intent-to-add", ".")
        files: list[Touched] = []
        said = self._git("diff", "--unified=0", "--text", "--no-renames", "HEAD")
        self._git("reset", "--quiet")
        for line in said.split("\n"):
            if line.startswith("diff --git "):
                files.append(Touched(line.rpartition(" b/")[2]))
            elif line.startswith("new file"):
                files[-1].new = True
            elif line.startswith("deleted file"):
                files[-1].gone = True
            elif hunk := _HUNK.match(line):
                start, count, at, number = (int(part) if part is not None else 1 for part in hunk.groups())
                files[-1].hunks.append((start, count, at, number))
                files[-1].removed |= set(range(start, start + count))
            elif line[:1] in ("+", "-", "\\") and files[-1].hunks:
                files[-1].lines.append(line)
        for file in files:
            _without_newline(file)
        return files

    def run(self, *words: str) -> Ran:
        """Calls the program in the site's root."""
        command = [sys.executable, "-m", "profile_tui", *words]
        done = subprocess.run(
            command, cwd=self.folder, env=self._env, capture_output=True, text=True, errors="replace", timeout=120
        )
        lines = done.stderr.strip().split("\n")
        said = lines[-1] if "Traceback" in done.stderr else lines[0]
        return Ran(done.returncode, done.stdout, said.removeprefix("profile-tui: "))

    def show(self) -> dict[str, Any]:
        """What `show --json` says; empty where it cannot."""
        ran = self.run("show", "--json")
        shown: dict[str, Any] = json.loads(ran.output) if ran.code == 0 else {}
        return shown


def psych(files: list[Path]) -> dict[Path, Any]:
    """YAML files as Ruby reads them; those that it cannot read are left out."""
    script = (
        "out = {}; ARGV.each { |name| begin; out[name] = YAML.unsafe_load(File.read(name, encoding: 'bom|utf-8'));"
        " rescue StandardError, SyntaxError; end }; puts JSON.generate(out)"
    )
    if not files:
        return {}
    command = ["ruby", "-ryaml", "-rjson", "-rdate", "-e", script, *map(str, files)]
    done = subprocess.run(command, capture_output=True, check=True)
    return {Path(name): data for name, data in json.loads(done.stdout).items()}


def config_of(root: Path) -> dict[str, Any]:
    """A site's configuration as Ruby reads it."""
    found = psych([path for name in ("_config.yml", "_config.yaml") if (path := root / name).is_file()])
    return next((data for data in found.values() if isinstance(data, dict)), {})
