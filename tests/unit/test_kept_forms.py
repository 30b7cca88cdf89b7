"""Half-typed forms are found again by what they are about."""

from __future__ import annotations

import json

import pytest

from profile_tui.app.session.kept_forms import KeptForm, KeptForms

FIRST = "- *2026.03*: The *Lakes* data set is out.\n"
SECOND = "- *2025.11*: One paper accepted by **ICE 2026**.\n"
THIRD = "- *2024.06*: Talk at the Lake Forum.\n"
KEY = "news of about.md"


def kept(origin: str, text: str = "Half") -> KeptForm:
    return KeptForm(KEY, "News item 1", origin, {"date": "2026-03", "text": "Whole"}, {"date": "2026-03", "text": text})


@pytest.mark.parametrize("texts", [[FIRST, SECOND], [THIRD, FIRST, SECOND], [SECOND, FIRST]])
def test_by_its_text_wherever_the_entry_is_now(texts: list[str]) -> None:
    forms = KeptForms([kept(FIRST)])
    assert forms.find(KEY, FIRST, lambda: texts) is forms.forms[0]
    assert forms.find(KEY, SECOND, lambda: texts) is None
    assert forms.find(KEY, "", lambda: texts) is None
    assert forms.find("talks of about.md", FIRST, lambda: texts) is None


def test_by_likeness_where_the_entry_was_changed_meanwhile() -> None:
    forms = KeptForms([kept(FIRST)])
    changed = FIRST.replace("2026.03", "2026.04")
    texts = [SECOND, changed, THIRD]
    assert forms.find(KEY, changed, lambda: texts) is forms.forms[0]
    assert forms.find(KEY, SECOND, lambda: texts) is None


def test_what_was_typed_for_an_entry_that_is_gone_is_offered_to_a_new_one() -> None:
    forms = KeptForms([kept(FIRST)])
    form = forms.find(KEY, "", lambda: [SECOND])
    assert form is not None
    assert form.on("", {"date": "today", "text": ""}) == {"date": "2026-03", "text": "Half"}
    assert forms.find(KEY, SECOND, lambda: [SECOND]) is None


def test_a_form_that_is_the_only_one_of_its_key_takes_what_was_typed_whatever_changed() -> None:
    forms = KeptForms([KeptForm("front matter title", "Title", "title: Ada\n", {"value": "Ada"}, {"value": "Bo"})])
    assert forms.find("front matter title", "title: Somebody quite different\n", list) is forms.forms[0]


def test_only_what_was_typed_counts() -> None:
    now = {"date": "2026-04", "text": "Whole"}
    assert kept(FIRST).on(FIRST.replace("03", "04"), now) == {"date": "2026-04", "text": "Half"}


@pytest.mark.parametrize(
    ("now", "both"),
    [("one\ntwo\nTHREE\n", "ONE\ntwo\nTHREE\n"), ("1\ntwo\nthree\n", "ONE\ntwo\nthree\n")],
    ids=["apart", "the same line"],
)
def test_lines_of_a_text_are_put_together(now: str, both: str) -> None:
    form = KeptForm(
        "text of News", "", "one\ntwo\nthree\n", {"text": "one\ntwo\nthree\n"}, {"text": "ONE\ntwo\nthree\n"}
    )
    assert form.on(now, {"text": now}) == {"text": both}


def test_what_is_typed_survives_a_draft() -> None:
    forms = KeptForms([kept(FIRST, "\ud800 {{ x }}"), kept("")])
    again = KeptForms()
    assert again.take(json.loads(json.dumps(forms.as_data()))) == forms.forms


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("news 2 of about.md", KEY),
        ("news new of about.md", KEY),
        ("front matter new", "front matter new"),
        ("text of News", "text of News"),
    ],
)
def test_drafts_of_the_first_version_are_taken_over(name: str, key: str) -> None:
    forms = KeptForms()
    forms.take({name: {"text": "Half", " origin": FIRST}, "odd": 7})
    (form,) = forms.forms
    assert (form.key, form.origin, form.texts) == (key, FIRST, {"text": "Half"})
    assert form.on(FIRST, {"date": "2026-03", "text": "Whole"}) == {"date": "2026-03", "text": "Half"}


@pytest.mark.parametrize("odd", [7, None, [], {"texts": 7}, {"texts": {"text": None}, "key": 7, "initial": []}])
def test_odd_forms_of_a_draft_do_no_harm(odd: object) -> None:
    KeptForms().take({"0": odd})
