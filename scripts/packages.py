"""Builds the package and installs it as users do: by pip, pipx and uv tool, on every Python that is here.

PYTHONPATH=tests python -m scripts.packages            builds, then installs and tries each
PYTHONPATH=tests python -m scripts.packages 3.12       the same on one Python

Each installation goes into a clean home. It then opens the demonstration in a terminal, shows a sample, and adds a news
item to a copy of it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from scripts.versions import ROOT, VERSIONS, interpreter
from support.pty_screen import PtyScreen

LARGEST = 1_000_000
"""Bytes that the wheel may have."""
NEWS = "Packed and carried to another machine."
Environment = Mapping[str, str]


def main(versions: list[str]) -> int:
    """Build, install and try; return 1 where something failed."""
    failed = False
    with tempfile.TemporaryDirectory(prefix="profile-tui-packages-") as name:
        folder = Path(name)
        source, wheel = build(folder / "dist")
        print(f"{wheel.name}: {wheel.stat().st_size:,} bytes; {source.name}: {source.stat().st_size:,} bytes")
        failed = wheel.stat().st_size >= LARGEST
        tools = install_tools(folder / "tools")
        for version in versions or VERSIONS:
            python = interpreter(version)
            if python is None:
                print(f"Python {version}: not installed")
                continue
            for label, install in ways(python, tools, source, wheel).items():
                with clean_home(folder) as env:
                    reason = tried(install, env)
                print(f"Python {version}, {label}: {reason or 'installed; demo, show and news add run'}", flush=True)
                failed = failed or bool(reason)
    return int(failed)


def build(target: Path) -> tuple[Path, Path]:
    """Build the source distribution, and the wheel of that and not of the working folder; return both."""
    run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(target)], cwd=ROOT)
    source = next(target.glob("*.tar.gz"))
    unpacked = target / "unpacked"
    shutil.unpack_archive(source, unpacked, filter="data")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)], cwd=next(unpacked.iterdir()))
    return source, next(target.glob("*.whl"))


def install_tools(folder: Path) -> Path:
    """Install pipx and uv; return the folder of their commands."""
    run([sys.executable, "-m", "venv", str(folder)])
    run([str(folder / "bin" / "pip"), "install", "--quiet", "pipx", "uv"])
    return folder / "bin"


def ways(python: str, tools: Path, source: Path, wheel: Path) -> dict[str, Callable[[Path, Environment], Path]]:
    """Return the ways to install the package, by name; each is given a home and returns the program."""

    def pip(package: Path) -> Callable[[Path, Environment], Path]:
        def install(home: Path, env: Environment) -> Path:
            run([python, "-m", "venv", str(home / "venv")], env=env)
            run([str(home / "venv/bin/pip"), "install", "--quiet", str(package)], env=env)
            return home / "venv/bin/profile-tui"

        return install

    def pipx(home: Path, env: Environment) -> Path:
        run([str(tools / "pipx"), "install", "--python", python, str(wheel)], env=env)
        return home / ".local/bin/profile-tui"

    def uv(home: Path, env: Environment) -> Path:
        run([str(tools / "uv"), "tool", "install", "--python", python, str(wheel)], env=env)
        return home / ".local/bin/profile-tui"

    return {"pip and the wheel": pip(wheel), "pip and the sdist": pip(source), "pipx": pipx, "uv tool": uv}


@contextmanager
def clean_home(folder: Path) -> Iterator[Environment]:
    """Make a home with nothing in it; only what was downloaded is kept for the next one."""
    with tempfile.TemporaryDirectory(prefix="home-", dir=folder) as home:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "PYTHON", "VIRTUAL_"))
        }
        caches = {"PIP_CACHE_DIR": str(folder / "pip-cache"), "UV_CACHE_DIR": str(folder / "uv-cache")}
        yield {**kept, **caches, "HOME": home, "USE_EMOJI": "0"}


def tried(install: Callable[[Path, Environment], Path], env: Environment) -> str:
    """Install the package and use it; return what went wrong, empty where nothing did."""
    home = Path(env["HOME"])
    try:
        program = install(home, env)
        run([str(program), "--version"], env=env)
        look_at_demo(program, env)
        site = Path(shutil.copytree(ROOT / "sample_profiles" / "acad-homepage", home / "site"))
        page = site / "_pages" / "about.md"
        before = page.read_text("utf-8").splitlines()
        run([str(program), "show", str(site), "--json"], env=env)
        run([str(program), "news", "add", "--in", str(site), NEWS], env=env)
        added = [line for line in page.read_text("utf-8").splitlines() if line not in before]
    except subprocess.CalledProcessError as error:
        return f"FAILED: {' '.join(map(str, error.cmd))}: {(error.stderr or error.stdout).strip()[-300:]}"
    except (AssertionError, TimeoutError) as error:
        return f"FAILED: {error}"
    return "" if len(added) == 1 and NEWS in added[0] else f"FAILED: news add wrote {added}"


def look_at_demo(program: Path, env: Environment) -> None:
    """Open the demonstration in a terminal, wait for its entries, and leave it."""
    with PtyScreen([program, "demo"], env={**env, "TERM": "xterm-256color"}, cwd=Path(env["HOME"])) as screen:
        screen.wait("Publications", timeout=60)
        screen.send("q")
        code = screen.exit_code()
        assert code == 0, f"the demonstration ended with {code}"


def run(command: list[str], *, env: Environment | None = None, cwd: Path | None = None) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, env=env, cwd=cwd, check=True, capture_output=True, text=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
