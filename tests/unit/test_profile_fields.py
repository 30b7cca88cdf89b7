"""The fields of the profile: where each template keeps them, and that only their own characters change."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_tui.site.owner.store import ProfileField
from profile_tui.site.repository.locate import locate
from profile_tui.site.template.owner_fields import table
from profile_tui.text.errors import AppError, Refused, UsageError
from profile_tui.workspace.workspace import Workspace
from support import profiles
from support.repositories import build, snapshot

SITES = {
    "academicpages": profiles.ACADEMIC,
    "al-folio": profiles.FOLIO,
    "al-folio with a data file": {**profiles.FOLIO, "_data/socials.yml": profiles.SOCIALS},
    "minimal-light": profiles.LIGHT,
    "minimal-mistakes": profiles.MISTAKES,
    "luost26": profiles.LUOST,
    "chirpy": profiles.CHIRPY,
    "beautiful-jekyll": profiles.BEAUTIFUL,
    "lab-website-template": profiles.LAB,
    "minima": profiles.MINIMA,
    "online-cv": profiles.ONLINE_CV,
    "generic": profiles.OWNER,
}


def opened(folder: Path, site: dict[str, str], newline: str = "\n") -> Workspace:
    build(folder, {name: text.replace("\n", newline) for name, text in site.items()})
    return Workspace(locate(folder))


def field(workspace: Workspace, name: str) -> ProfileField:
    return workspace.profile.field(name)


def shown(workspace: Workspace, state: str, store: str = "") -> dict[str, object]:
    fields = workspace.profile.fields()
    return {one.full_name: one.value for one in fields if one.state == state and store in one.store.name}


def lines(workspace: Workspace) -> list[str]:
    """The lines that a save would take away and bring, with their signs."""
    return [line for line in workspace.diff().splitlines() if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def put(workspace: Workspace, name: str, *texts: str) -> list[str]:
    """Sets a field as typed."""
    one = workspace.profile.field(name, new=True)
    workspace.profile.set(one, workspace.profile.value(one, list(texts))[0])
    return lines(workspace)


# Reading


def test_the_author_block_is_read_in_the_templates_order_with_what_only_the_file_has_last(tmp_path: Path) -> None:
    workspace = opened(tmp_path, profiles.ACADEMIC)
    assert shown(workspace, "filled") == {
        "author.avatar": "ada.png",
        "author.name": "Ada Example",
        "author.email": "ada@example.org",
        "author.googlescholar": "https://scholar.example.org/citations?user=abc",
        "author.researchgate": "https://example.org/ada",
        "author.github": 12345,
        "author.huggingface": "ada-on-ice",
        "site.title": "Ada Example / Lakes",
        "site.name": "Ada Example",
        "site.description": "Ice on small lakes",
    }
    fields = {one.full_name: one for one in workspace.profile.fields()}
    assert {fields["author.pronouns"].state, fields["author.zhihu"].state} == {"blank"}
    assert {fields["author.pubmed"].state, fields["author.bio"].state} == {"absent"}
    assert fields["author.huggingface"].group == "Other"
    assert fields["author.github"].group == "Code"
    assert fields["author.name"].line == 13
    assert fields["author.linkedin"].hint == "user name: www.linkedin.com/in/NAME"
    assert fields["author.orcid"].hint.startswith("URL: https://orcid.org/")
    assert not any(name.startswith("authors.") for name in fields), "the template's sample is nobody's"


def test_absent_fields_that_the_sites_own_template_does_not_show_are_left_out(tmp_path: Path) -> None:
    include = "{% if author.bio %}{{ author.bio }}{% endif %} {{ author['orcid'] }}"
    workspace = opened(tmp_path, {**profiles.ACADEMIC, "_includes/author-profile.html": include})
    absent = shown(workspace, "absent", "_config.yml")
    assert {name for name in absent if name.startswith("author.")} == {"author.bio", "author.orcid"}


def test_names_links_and_front_matter_of_al_folio_are_one_profile(tmp_path: Path) -> None:
    workspace = opened(tmp_path / "flat", profiles.FOLIO)
    filled = shown(workspace, "filled")
    assert filled["site.contact_note"] == "Write to me about ice.\n"
    assert filled["page.profile.image_circular"] is False
    assert filled["site.github_username"] == "adaice"
    assert {"site.linkedin_username", "site.middle_name"} <= set(shown(workspace, "blank"))
    assert {"site.orcid_id", "page.profile.more_info"} <= set(shown(workspace, "absent"))
    assert "site.lang" not in filled, "what is no profile is not shown"
    workspace = opened(tmp_path / "file", SITES["al-folio with a data file"])
    names = [one.full_name for one in workspace.profile.fields()]
    assert "site.github_username" not in names
    assert {"socials.github_username", "socials.custom.url", "site.first_name"} <= set(names)


def test_flat_keys_lists_and_entries_of_data_files_are_read(tmp_path: Path) -> None:
    light = shown(opened(tmp_path / "light", profiles.LIGHT), "filled")
    names = ["title", "position", "email", "google_scholar", "github_link", "avatar"]
    assert list(light) == [f"site.{name}" for name in names]
    mistakes = shown(opened(tmp_path / "mistakes", profiles.MISTAKES), "filled")
    assert mistakes["author.links[1].url"] == "https://github.com/adaice"
    luost = shown(opened(tmp_path / "luost", profiles.LUOST), "filled")
    assert luost["profile.positions"] == ["Student, Lake Lab", "Assistant, Ice Lab"]
    assert luost["profile.awards[1].date"] == 2025
    assert luost["authors.Ada Example.url"] == "https://example.org/"


@pytest.mark.parametrize(
    "template", ["chirpy", "beautiful-jekyll", "lab-website-template", "minima", "online-cv", "generic"]
)
def test_other_templates_are_known_with_their_fields(tmp_path: Path, template: str) -> None:
    workspace = opened(tmp_path, SITES[template])
    assert workspace.target.template == template
    filled = shown(workspace, "filled")
    expected = {
        "chirpy": {"site.github.username": "adaice", "site.social.email": "ada@example.org"},
        "beautiful-jekyll": {"site.author": "Ada Example", "site.social-network-links.github": "adaice"},
        "lab-website-template": {"site.title": "Lake Lab", "site.links.email": "lab@example.org"},
        "minima": {"author.name": "Ada Example", "site.minima.social_links[1].platform": "github"},
        "online-cv": {"sidebar.name": "Ada Example", "sidebar.languages[1].level": "Native"},
        "generic": {"owner.github": "adaice", "site.tagline": "On ice"},
    }[template]
    assert expected.items() <= filled.items()


def test_a_page_alone_has_what_its_front_matter_says(tmp_path: Path) -> None:
    page = tmp_path / "about.md"
    page.write_text(profiles.FOLIO["_pages/about.md"])
    workspace = Workspace(locate(page))
    names = ["subtitle", "profile.align", "profile.image", "profile.image_circular"]
    assert list(shown(workspace, "filled")) == [f"page.{name}" for name in names]
    assert put(workspace, "profile.image", "me.jpg") == ["-  image: ada.jpg", "+  image: me.jpg"]
    page.write_text(profiles.HOME)
    assert Workspace(locate(page)).profile.stores == []


def test_a_broken_file_is_told_with_its_line_and_the_others_still_work(tmp_path: Path) -> None:
    site = {**profiles.FOLIO, "_data/socials.yml": 'email: "x\n'}
    workspace = opened(tmp_path / "data", site)
    assert [str(error)[:22] for error in workspace.profile.complaints] == ["_data/socials.yml:1: A"]
    assert put(workspace, "last_name", "Sample") == ["-last_name: Example", "+last_name: Sample"]
    site = {**profiles.ACADEMIC, "_config.yml": profiles.ACADEMIC["_config.yml"].replace("author:", "author")}
    workspace = opened(tmp_path / "config", site)
    assert [error.path for error in workspace.profile.complaints] == ["_config.yml"]
    with pytest.raises(AppError, match="_config"):
        workspace.profile.field("author.github")


# Changing


@pytest.mark.parametrize(
    ("name", "text", "changed"),
    [
        ("github", "ada-ice", ["-  github           : 12345", '+  github           : ada-ice']),
        ("author.name", 'A "B" C', ["-" + '  name             : &me "Ada Example"   # as on papers',
                                   "+" + '  name             : &me "A \\"B\\" C"   # as on papers']),
        ("pronouns", "she/her", ['-  pronouns         : # example: "she/her"',
                                 '+  pronouns         : "she/her" # example: "she/her"']),
        ("location", "Lake: 5", ["-  location         :", '+  location         : "Lake: 5"']),
        ("email", "b@example.org", ['-  email            :  ada@example.org # "other"',
                                    '+  email            :  b@example.org # "other"']),
        ("huggingface", "it's", ["-  huggingface      : 'ada-on-ice'", "+  huggingface      : 'it''s'"]),
        ("bio", "Ice.", ['+  bio              : "Ice."']),
        ("pubmed", "https://example.org/p", ['+  pubmed           : "https://example.org/p"']),
        ("semantic", "https://example.org/s", ['+  semantic         : "https://example.org/s"']),
        ("site.name", "Ada Sample", ['-name                     : &name "Ada Example"',
                                '+name                     : &name "Ada Sample"']),
        ("author.new_one", "1", ['+  new_one          : "1"']),
    ],
)  # fmt: skip
def test_columns_comments_anchors_and_quotes_stay(tmp_path: Path, name: str, text: str, changed: list[str]) -> None:
    assert put(opened(tmp_path, profiles.ACADEMIC), name, text) == changed


@pytest.mark.parametrize(
    ("site", "name", "text", "above", "line"),
    [
        ("academicpages", "pubmed", "https://example.org/", "  # pubmed         : old", '  pubmed           : "https'),
        ("academicpages", "bio", "Ice.", '  pronouns         : # example: "she/her"', '  bio              : "Ice."'),
        ("academicpages", "arxiv", "https://example.org/", "  # Academic websites", '  arxiv            : "https'),
        ("minimal-light", "twitter", "https://x.com/ada", "# twitter: https://example.org/", "twitter: https://x.com"),
        ("minimal-light", "affiliation", "Lake Lab", "position: Ph.D. Student", "affiliation: Lake Lab"),
        ("al-folio with a data file", "acm_id", "7", "# acm_id: # your id", 'acm_id: "7"'),
        ("al-folio with a data file", "gitlab_username", "ada", "# acm_id: # your id", "gitlab_username: ada"),
        ("al-folio", "profile.more_info", "<p>Room 2</p>", "  #   <p>Room 1</p>", "  more_info: <p>Room 2</p>"),
        ("minimal-mistakes", "location", "Lake", '  bio: "Ice."', "  location: Lake"),
    ],
)
def test_a_new_field_goes_where_the_file_or_the_template_has_it(
    tmp_path: Path, site: str, name: str, text: str, above: str, line: str
) -> None:
    workspace = opened(tmp_path, SITES[site])
    put(workspace, name, text)
    after = field(workspace, name).store.document.text.splitlines()
    at = next(at for at, one in enumerate(after) if one.startswith(line))
    if name == "gitlab_username":
        above = "email: ada@example.org # your address"
    assert after[at - 1] == above


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", SITES)
def test_every_field_is_added_filled_and_taken_back_without_a_trace(tmp_path: Path, name: str, newline: str) -> None:
    workspace = opened(tmp_path, SITES[name], newline)
    before = snapshot(tmp_path)
    samples = {"flag": "true", "email": "b@example.org", "url": "https://example.org/b"}
    for one in [one for one in workspace.profile.fields() if not one.fixed]:
        others = [
            (other.full_name, other.value) for other in workspace.profile.fields() if other.full_name != one.full_name
        ]
        document = workspace.profile.document(one.store.path)
        value, _ = workspace.profile.value(one, [samples.get(one.type, "something-new")])
        edited = workspace.profile.set(one, value)
        assert edited.splices, one.full_name
        now = {other.full_name: other.value for other in workspace.profile.fields()}
        assert [(key, now[key]) for key, _ in others] == others, one.full_name
        assert b"\r" not in document.data.replace(b"\r\n", b"")
        assert newline == "\n" or document.data.count(b"\n") == document.data.count(b"\r\n")
        if one.state == "absent":
            workspace.profile.remove(field(workspace, one.full_name))
            assert not workspace.dirty, one.full_name
        if one.state == "blank":
            workspace.profile.clear(field(workspace, one.full_name))
            assert not workspace.dirty, one.full_name
        while workspace.dirty:
            workspace.undo()
    assert snapshot(tmp_path) == before


def test_clearing_keeps_key_comment_and_column_removing_takes_the_line(tmp_path: Path) -> None:
    workspace = opened(tmp_path, profiles.ACADEMIC)
    workspace.profile.clear(field(workspace, "email"))
    assert lines(workspace)[1:] == ['+  email            : # "other"']
    workspace.undo()
    workspace.profile.clear(field(workspace, "researchgate"))
    assert lines(workspace)[1:] == ["+  researchgate     : # mine"]
    workspace.undo()
    workspace.profile.remove(field(workspace, "email"))
    assert lines(workspace) == ['-  email            :  ada@example.org # "other"']
    workspace.undo()
    with pytest.raises(Refused, match="isn't in the file"):
        workspace.profile.clear(field(workspace, "bio"))
    workspace = opened(tmp_path / "folio", profiles.FOLIO)
    workspace.profile.clear(field(workspace, "contact_note"))
    assert lines(workspace) == ["-contact_note: >", "-  Write to me", "-  about ice.", "+contact_note:"]


def test_a_value_that_others_repeat_and_a_key_that_stands_twice_are_left_alone(tmp_path: Path) -> None:
    workspace = opened(tmp_path, profiles.ACADEMIC)
    for name, why in (("description", "anchor about"), ("bluesky", "is there twice")):
        with pytest.raises(Refused, match=why):
            put(workspace, name, "ice")
    assert not workspace.dirty


def test_an_empty_author_block_is_filled_and_emptied_again(tmp_path: Path) -> None:
    for at, block in enumerate(["author:\n", "author:\n  # name: your name\n", "author: # you\n\n"]):
        config = f"minimal_mistakes_skin: x\n{block}url: https://example.org\n"
        workspace = opened(tmp_path / str(at), {**profiles.MISTAKES, "_config.yml": config})
        assert put(workspace, "author.name", "Ada") == ["+  name: Ada"]
        workspace.profile.remove(field(workspace, "author.name"))
        assert not workspace.dirty


def test_a_map_that_is_not_there_yet_comes_with_its_first_field(tmp_path: Path) -> None:
    page = "---\nlayout: about\npermalink: /\nsubtitle: Lakes\nnews: true\n---\nIce.\n"
    workspace = opened(tmp_path, {**profiles.FOLIO, "_pages/about.md": page})
    assert put(workspace, "profile.image", "ada.jpg") == ["+profile:", "+  image: ada.jpg"]
    assert "subtitle: Lakes\nprofile:\n  image: ada.jpg\nnews: true\n" in workspace.page.page.text


def test_text_of_several_lines_is_written_in_lines(tmp_path: Path) -> None:
    workspace = opened(tmp_path, profiles.FOLIO)
    assert put(workspace, "more_info", "<p>Room 1</p>\n<p>Lake Town</p>") == [
        "+  more_info: |-",
        "+    <p>Room 1</p>",
        "+    <p>Lake Town</p>",
    ]


def test_an_author_block_that_is_missing_is_made(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {**profiles.MISTAKES, "_config.yml": "minimal_mistakes_skin: x\ntitle: Lakes"})
    assert put(workspace, "author.name", "Ada") == ["-title: Lakes", "+title: Lakes", "+author:", "+  name: Ada"]


def test_a_data_file_that_the_theme_reads_is_made_for_its_first_link(tmp_path: Path) -> None:
    site = dict(profiles.FOLIO)
    site["_config.yml"] += "plugins:\n  - jekyll-socials\n"
    workspace = opened(tmp_path, site)
    assert "site.github_username" not in shown(workspace, "absent")
    assert put(workspace, "orcid_id", "0000-0001") == ["+orcid_id: 0000-0001"]
    workspace.save()
    assert "orcid_id" in (tmp_path / "_data/socials.yml").read_text()
    workspace.undo()
    workspace.save()
    assert not (tmp_path / "_data/socials.yml").exists()


def test_items_of_a_list_change_one_by_one(tmp_path: Path) -> None:
    workspace = opened(tmp_path, profiles.LUOST)
    assert put(workspace, "positions", "Student, Ice Lab", "Assistant, Ice Lab", "Guest") == [
        "-  - Student, Lake Lab",
        "+  - Student, Ice Lab",
        "+  - Guest",
    ]
    workspace.undo()
    assert put(workspace, "short_bio", "I study large lakes.")[-1] == "+  large lakes."
    assert "short_bio: >-\n" in field(workspace, "short_bio").store.document.text


def test_changes_of_several_files_are_one_history_and_saved_together(tmp_path: Path) -> None:
    workspace = opened(tmp_path, SITES["al-folio with a data file"])
    before = snapshot(tmp_path)
    put(workspace, "last_name", "Sample")
    put(workspace, "subtitle", "Ice Lab")
    put(workspace, "github_username", "adasnow")
    assert workspace.steps == ["Set subtitle", "Set last_name", "Add github_username"]
    assert workspace.undo() == "Add github_username"
    assert workspace.redo() == "Add github_username"
    workspace.save()
    after = snapshot(tmp_path)
    assert {name for name in after if after[name] != before[name]} == {
        "_config.yml", "_pages/about.md", "_data/socials.yml",
    }  # fmt: skip
    for _ in range(3):
        workspace.undo()
    workspace.save()
    assert snapshot(tmp_path) == before


def test_a_link_out_of_the_repository_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "socials.yml"
    outside.write_text(profiles.SOCIALS)
    folder = build(tmp_path / "site", profiles.FOLIO)
    (folder / "_data").mkdir()
    (folder / "_data" / "socials.yml").symlink_to(outside)
    with pytest.raises(Refused, match="leads out of the repository"):
        put(Workspace(locate(folder)), "github_username", "ada")
    assert outside.read_text() == profiles.SOCIALS


def test_a_name_that_two_places_have_means_the_one_that_is_filled(tmp_path: Path) -> None:
    workspace = opened(tmp_path, {**profiles.FOLIO, "_data/socials.yml": profiles.SOCIALS})
    assert field(workspace, "scholar_userid").full_name == "socials.scholar_userid"
    workspace = opened(tmp_path / "two", profiles.ACADEMIC)
    assert field(workspace, "site.name").full_name == "site.name"
    with pytest.raises(UsageError, match=r"author.name \(_config.yml\), site.name \(_config.yml\)"):
        field(workspace, "name")
    with pytest.raises(UsageError, match="no field github_id"):
        field(workspace, "github_id")


def test_a_table_with_an_unknown_shape_or_a_name_twice_is_an_error() -> None:
    for source in ("a | sort", "a | text\na | url"):
        with pytest.raises(ValueError, match="the table's line"):
            table(source)
