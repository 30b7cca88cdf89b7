"""Fields of the owner that only the site's own layouts tell of: keys with hyphens, in brackets, by other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.command_line import run
from support.repositories import build

LAYOUT = """<a href="{{ site.github-url }}">code</a> <a href="mailto:{{ site["my-email"] }}">mail</a>
{{ site.author["location"] }} <a href='https://social.example/@{{ site["twitter-handle"] }}'>posts</a>
{% for author in page.authors %}{{ author.orcid }}{% endfor %}
{{ content }}
"""
CONFIG = "title: Mira Tallow\ngithub-url: https://github.com/mira\nmy-email: mira@example.org\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {"_config.yml": CONFIG, "_layouts/default.html": LAYOUT, "index.md": "---\nlayout: default\n---\nHello.\n"}
    return build(tmp_path, files)


@pytest.mark.parametrize(
    ("field", "value", "written"),
    [
        ("github", "https://github.com/m-tallow", CONFIG.replace("com/mira", "com/m-tallow")),
        ("github-url", "https://github.com/m-tallow", CONFIG.replace("com/mira", "com/m-tallow")),
        ("email", "tallow@example.org", CONFIG.replace("mira@", "tallow@")),
        ("location", "Tarnstead", CONFIG + "author:\n  location: Tarnstead\n"),
        ("twitter", "tallow", CONFIG.replace("my-", "twitter-handle: tallow\nmy-")),
    ],
)
def test_a_field_is_found_by_the_key_that_a_layout_prints(root: Path, field: str, value: str, written: str) -> None:
    assert run("profile", "set", "--in", str(root), field, value) == 0
    assert (root / "_config.yml").read_text() == written


def test_a_name_is_refused_where_the_layout_links_the_value(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("profile", "set", "--in", str(root), "github", "tallow") == 2
    assert "github-url wants a whole URL" in capsys.readouterr().err


def test_an_author_of_a_paper_is_not_the_owner(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("profile", "set", "--in", str(root), "orcid", "0000-0001") == 2
    assert "no field orcid" in capsys.readouterr().err


def test_a_new_key_that_no_layout_prints_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"_config.yml": "theme: minima\n", "_layouts/default.html": "{{ content }}\n"}
    root = build(tmp_path, {**files, "index.md": "---\nlayout: default\n---\nHello.\n"})
    assert run("profile", "set", "--in", str(root), "github", "tallow") == 0
    assert "no layout of this site prints" in capsys.readouterr().err


def test_a_name_in_a_map_of_its_service_is_found_by_the_service(tmp_path: Path) -> None:
    config = "theme: jekyll-theme-chirpy\ngithub:\n  username: mira\n"
    root = build(tmp_path, {"_config.yml": config, "index.html": "---\nlayout: home\n---\n"})
    assert run("profile", "set", "--in", str(root), "github", "tallow") == 0
    assert (root / "_config.yml").read_text() == config.replace("mira", "tallow")
