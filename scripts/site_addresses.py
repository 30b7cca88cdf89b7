"""A hook of mkdocs: the addresses of the repository and of the site stand in pyproject.toml and nowhere else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_ROOT = Path(__file__).parents[1]
_OUTSIDE = re.compile(r"\]\((?:\.\./)+([\w.-]+\.md)\)")
"""A link to a page of the repository that is not one of the site."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set the addresses."""
    urls = tomllib.loads((_ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
    config.repo_url, config.site_url = urls["Source"], urls["Documentation"]
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Return a page whose links out of `docs` lead to the repository."""
    return _OUTSIDE.sub(lambda found: f"]({config.repo_url}/blob/main/{found[1]})", markdown)
