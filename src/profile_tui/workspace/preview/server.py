"""The site's own Jekyll, run so that the site can be looked at in a browser.

It runs the code that the repository names (its gems and plugins), so only the user's wish starts it. What it builds
goes into a folder of its own; the repository gets no file from it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path

from profile_tui.site.repository import config
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.pattern import lazily
from profile_tui.workspace.disk.files import temporary_folder

_HOST = "127.0.0.1"
_ADDRESS = lazily(r"Server address:\s*(https?://\S+)")
_BUILT = lazily(r"\bdone in ([\d.]+) seconds")
_BEGINS = lazily(r"Generating\.\.\.|Regenerating:")
_WRONG = lazily(r"Liquid Exception|\bERROR\b|[Ee]rror:|Error\b.*:|Could not find")
_COLORS = lazily(r"\x1b\[[0-9;]*m")
_MOST_LINES = 2_000
_PATIENCE = 3.0
"""Seconds that it has to end by itself."""


def command(root: Path) -> list[str]:
    """Return what serves a site: as its Gemfile has it, else with the Jekyll that is installed.

    Raises:
        Refused: What is needed is not installed; the message says how to install it.
    """
    if os.path.isfile(root / "Gemfile"):
        if shutil.which("bundle"):
            return ["bundle", "exec", "jekyll", "serve"]
        raise Refused(
            _("This site has a Gemfile: install Ruby and Bundler (gem install bundler), then run bundle install in it.")
        )
    if shutil.which("jekyll"):
        return ["jekyll", "serve"]
    raise Refused(_("Jekyll is not installed: install Ruby, then run gem install jekyll."))


class SiteServer:
    """A running server of a site.

    Attributes:
        lines: What it said, the last lines of it.
        address: Where the site is shown; empty until that is known.
        seconds: How long the last build took, as it said; empty before the first is done.
        building: Whether it builds just now.
        wrong: What it complained about in the last build; empty where nothing.
        code: Its exit code; None while it runs.
    """

    def __init__(self, root: Path, on_request: Callable[[], object]) -> None:
        """Start it.

        Args:
            root: The site's folder.
            on_request: Called in a thread of its own after each line, and at the end.

        Raises:
            Refused: It cannot be started; the message says what to install.
            AppError: There is no room for what it builds.
        """
        self.lines: list[str] = []
        self.address = ""
        self.seconds = ""
        self.building = True
        self.wrong = ""
        self.code: int | None = None
        self._told = on_request
        words = command(root)
        # as an option, Jekyll 3 would not know it
        self._temporary = temporary_folder("own.yml", b"disable_disk_cache: true\n")
        self.folder, own = (Path(self._temporary.name, name) for name in ("site", "own.yml"))
        named = [str(path) for path in (config.find(root), own) if path]
        words += ["--config", ",".join(named), "--host", _HOST, "--port", str(_free_port())]
        try:
            self._process = subprocess.Popen(
                [*words, "--destination", str(self.folder)],
                cwd=root,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that all that it starts can be ended with it
            )
        except OSError as error:
            self._temporary.cleanup()
            raise Refused(_("{command} could not be started: {error}").format(command=words[0], error=error)) from error
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def is_ready(self) -> bool:
        """Whether the site can be looked at."""
        return self.code is None and bool(self.address) and bool(self.seconds)

    def page(self, permalink: str, stem: str) -> str:
        """Return the address of a page.

        Args:
            permalink: What its front matter says; empty where that says nothing.
            stem: Its file's name without ending.
        """
        path = permalink.lstrip("/") if permalink.startswith("/") else self._built(stem)
        return self.address.rstrip("/") + "/" + path

    def _built(self, stem: str) -> str:
        """Return where a file of that name was built, from the folder on; empty for the home page."""
        name = re.sub(r"^\d{4}-\d{1,2}-\d{1,2}-", "", stem)
        for folder, _names, files in os.walk(self.folder):
            inner = os.path.relpath(folder, self.folder)
            if f"{name}.html" in files and name != "index":
                return os.path.normpath(os.path.join(inner, f"{name}.html"))
            if os.path.basename(inner) == name and "index.html" in files:
                return f"{inner}/"
        return ""

    def stop(self) -> None:
        """End it, and all that it started."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE)
                break
        self._temporary.cleanup()

    def _read(self) -> None:
        """Take in what it says; in a thread."""
        assert self._process.stdout is not None
        for data in self._process.stdout:
            self._take(_COLORS.sub("", data.decode("utf-8", "replace")).rstrip())
            self._told()
        self.code = self._process.wait()
        self.building = False
        self._told()

    def _take(self, line: str) -> None:
        """Take in a line."""
        self.lines = [*self.lines[-_MOST_LINES:], line]
        if match := _ADDRESS.search(line):
            self.address = match[1]
        if _BEGINS.search(line):
            self.building, self.wrong = True, ""
        if _WRONG.search(line):
            self.wrong = self.wrong or line.strip()
            self.building = False
        if match := _BUILT.search(line):
            self.building, self.seconds = False, match[1]


def _free_port() -> int:
    """Return a port that nobody uses now."""
    import socket

    with socket.socket() as listener:
        listener.bind((_HOST, 0))
        return int(listener.getsockname()[1])
