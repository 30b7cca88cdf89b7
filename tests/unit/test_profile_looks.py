"""Whether a value looks like what its field wants: refused, remarked upon, or taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.owner.store import ProfileField
from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import UsageError
from profile_tui.workspace.workspace import Workspace
from support import profiles
from support.repositories import build


def opened(folder: Path, site: dict[str, str]) -> Workspace:
    return Workspace(locate(build(folder, site)))


def field(workspace: Workspace, name: str) -> ProfileField:
    return workspace.profile.field(name)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("linkedin", "https://www.linkedin.com/in/ada-ice/", "not a URL; type ada-ice"),
        ("linkedin", "linkedin.com/in/ada-ice?x=1", "not a URL; type ada-ice"),
        ("googlescholar", "abcAAAAJ", "wants a whole URL"),
        ("orcid", "0000-0001-2345-6789", "wants a whole URL"),
        ("bio", "one\ntwo", "one line"),
    ],
)
def test_what_cannot_be_right_is_refused_unless_one_insists(tmp_path: Path, name: str, text: str, message: str) -> None:
    workspace = opened(tmp_path, profiles.ACADEMIC)
    one = field(workspace, name)
    with pytest.raises(UsageError, match=message):
        workspace.profile.value(one, [text])
    assert workspace.profile.value(one, [text], as_is=True) == (
        text,
        workspace.profile.value(one, [text], as_is=True)[1],
    )


@pytest.mark.parametrize(
    ("name", "text", "remark"),
    [
        ("github", "ada-ice", ""),
        ("github", "https://example.org/ada", "not a URL"),
        ("github", "ada ice", "no spaces"),
        ("twitter", "@ada", "without @"),
        ("uri", "/cv/", ""),
        ("uri", "example.org/ada", "https://example.org/ada"),
        ("googlescholar", "https://scholar.example.org/x", ""),
        ("author.email", "ada (at) example.org", ""),
        ("author.email", "ada", "name@example.org"),
    ],
)  # fmt: skip
def test_what_may_be_right_is_only_remarked_upon(tmp_path: Path, name: str, text: str, remark: str) -> None:
    workspace = opened(tmp_path, profiles.ACADEMIC)
    value, said = workspace.profile.value(field(workspace, name), [text])
    assert value == text
    assert remark in said if remark else said == ""


def test_a_url_is_taken_where_the_site_has_one_already(tmp_path: Path) -> None:
    config = profiles.ACADEMIC["_config.yml"].replace(": 12345", ": https://github.com/ada")
    workspace = opened(tmp_path, {**profiles.ACADEMIC, "_config.yml": config})
    assert "not a URL" in workspace.profile.value(field(workspace, "github"), ["https://github.com/ice"])[1]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {**profiles.ACADEMIC, "images/me.png": "", "cv.pdf": ""})
    avatar = field(workspace, "avatar")
    for name in ("me.png", "/images/me.png", "https://example.org/me.png", "cv.pdf"):
        assert workspace.profile.value(avatar, [name]) == (name, "")
    assert "does not have: you.png" in workspace.profile.value(avatar, ["you.png"])[1]


def test_another_configuration_that_sets_the_field_is_told(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {**profiles.LIGHT, "_config_local.yml": "email: x@example.org\n"})
    assert "_config_local.yml" in workspace.profile.value(field(workspace, "email"), ["b@example.org"])[1]
    assert workspace.profile.value(field(workspace, "position"), ["Guest"])[1] == ""
