"""Fields of the profile as Jekyll (Ruby) reads them: the referee decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.repository.locate import locate
from profile_tui.text.errors import Refused
from profile_tui.workspace.workspace import Workspace
from support import profiles
from support.jekyll_referee import Referee
from support.repositories import build
from support.yaml_texts import NASTY

FIELDS = ("author.name", "author.location", "author.email", "author.huggingface", "author.bio", "site.name")


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_is_what_jekyll_reads_and_all_else_is_as_before(
    jekyll: Referee, tmp_path: Path, name: str
) -> None:
    workspace = Workspace(locate(build(tmp_path, profiles.ACADEMIC)))
    field = workspace.profile.field(name)
    keys = [str(step) for step in field.path]
    path = "/" + "/".join(keys)
    before = jekyll.load_yaml(profiles.ACADEMIC["_config.yml"]).types
    tried = 0
    for text in NASTY:
        typed = " ".join(text.split())
        if not typed:
            continue
        try:
            workspace.profile.set(field, typed)
        except Refused:
            assert not workspace.dirty
            continue
        tried += 1
        reply = jekyll.load_yaml(field.store.document.text)
        assert reply.ok, typed
        found = reply.data
        for step in keys:
            found = found[step]
        assert (found, reply.types[path]) == (typed, "String")
        assert {key: kind for key, kind in reply.types.items() if key != path} == {
            key: kind for key, kind in before.items() if key != path
        }
        workspace.undo()
    assert tried > len(NASTY) // 2
