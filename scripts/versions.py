"""Runs the tests on every Python that the project supports and that is installed, each in an environment of its own.

An interpreter is found as `python3.N` on the path, or where pyenv keeps its versions.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VERSIONS = ("3.11", "3.12", "3.13", "3.14")
ROOT = Path(__file__).parent.parent


def interpreter(version: str) -> str | None:
    """Return a Python of that version; None where none is installed or it cannot be started."""
    home = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    kept = sorted((home / "versions").glob(f"{version}.*/bin/python"))
    for found in (*map(str, kept), shutil.which(f"python{version}")):
        if (
            found
            and subprocess.run([found, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0
        ):
            return found
    return None


def run(version: str, python: str, arguments: list[str]) -> bool:
    """Run the tests on one interpreter; return whether they passed."""
    folder = ROOT / ".venv" / "versions" / version
    own = folder / "bin" / "python"
    if not own.exists():
        subprocess.run([python, "-m", "venv", str(folder)], check=True)
    install = [str(own), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name in ("requirements.txt", "requirements-dev.txt"):
        subprocess.run([*install, "--require-hashes", "--requirement", str(ROOT / name)], check=True)
    subprocess.run([*install, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)], check=True)
    done = subprocess.run([str(own), "-m", "pytest", "-q", "-n", "2", *arguments], cwd=ROOT, check=False)
    return done.returncode == 0


def main() -> int:
    """Run them on all; return 1 where they failed on one."""
    failed = False
    for version in VERSIONS:
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not installed")
            continue
        passed = run(version, python, sys.argv[1:])
        print(f"Python {version}: {'passed' if passed else 'FAILED'}", flush=True)
        failed = failed or not passed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
