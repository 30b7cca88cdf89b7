"""How the package is built: the README with addresses for its pictures, and a wheel that is small.

What the wheel's modules and samples lose on their way is said in `scripts/packing/`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_ROOT = str(Path(__file__).resolve().parent)
sys.path.insert(0, _ROOT)  # a build reads this file by its path, and does not look for modules beside it
try:
    from scripts.packing.archives import archive, compressed
    from scripts.packing.modules import bare
finally:
    sys.path.remove(_ROOT)

_LINK = re.compile(r"(!?)\[([^][]*)\]\((?!https?://|#|mailto:)([^()\s]+)\)")
_WITH_DOCSTRINGS = "profile_tui/app/commands/"
"""The help of the editor's commands is the docstrings of their classes."""


class ReadmeHook(MetadataHookInterface):
    """Takes README.md as the description."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description; pictures and pages of the repository get the addresses that they have at its release."""
        text = Path(self.root, "README.md").read_text("utf-8")
        source = metadata["urls"]["Source"]
        metadata["readme"] = {
            "content-type": "text/markdown",
            "text": with_addresses(text, source, f"v{metadata['version']}"),
        }


class SmallHook(BuildHookInterface[Any]):
    """Packs the modules without what only their readers need: a quarter less to download, and less to load at start.

    Statements stay on their lines, so that a report of a fault names those of the source.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Pack a copy of the package; an editable installation uses the source itself."""
        if version == "editable":
            return
        self._folder = Path(tempfile.mkdtemp(prefix="profile-tui-build-"))
        unpacked = shutil.ignore_patterns("__pycache__", "*.pyc", "*.po")
        copy = Path(
            shutil.copytree(Path(self.root, "src", "profile_tui"), self._folder / "profile_tui", ignore=unpacked)
        )
        for module in copy.rglob("*.py"):
            name = module.relative_to(self._folder).as_posix()
            left = bare(module.read_bytes(), name, with_classes=name.startswith(_WITH_DOCSTRINGS))
            module.write_bytes(left)
            if module.name == "__init__.py" and not left.strip():
                module.unlink()  # a folder is a package without one
        headings = copy / "content/languages/headings.txt"
        words = headings.read_bytes()
        headings.write_bytes(words[words.index(b"\n\n") :])  # what comes before is for its writers
        (copy / "samples.gz").write_bytes(archive(Path(self.root, "sample_profiles")))
        build_data["force_include"][str(copy)] = "profile_tui"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the copy, and compress the wheel as far as that goes where what can do it is installed."""
        if version == "editable":
            return
        shutil.rmtree(self._folder)
        try:
            from deflate import deflate_compress
        except ImportError:  # somebody builds it for himself
            return
        wheel = Path(artifact_path)
        wheel.write_bytes(compressed(wheel.read_bytes(), lambda data: bytes(deflate_compress(data, 12))))


def with_addresses(text: str, source: str, tag: str) -> str:
    """Return a text whose relative links lead to the files of a repository.

    Args:
        text: Markdown.
        source: The address of the repository.
        tag: The commit or tag whose files are meant.
    """
    files = source.replace("https://github.com/", "https://raw.githubusercontent.com/")

    def address(found: re.Match[str]) -> str:
        mark, label, path = found.groups()
        return f"{mark}[{label}]({files}/{tag}/{path})" if mark else f"[{label}]({source}/blob/{tag}/{path})"

    return _LINK.sub(address, text)
