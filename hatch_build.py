"""The package's description: the README, with addresses for its pictures and pages that an index can follow."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(!?)\[([^][]*)\]\((?!https?://|#|mailto:)([^()\s]+)\)")


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
