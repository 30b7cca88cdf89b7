"""What was typed into forms that were left; each is found again by what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from profile_tui.text.dataclass import dataclass, field

_ORIGIN = " origin"
"""Under what drafts of the first version have the origin beside the fields."""
_ALIKE = 0.6
"""From which likeness on two texts are taken for one entry, before and after a change of it."""


@dataclass
class KeptForm:
    """What was typed into one form.

    Attributes:
        key: What the form is of; all entries of a kind in a file share one.
        title: What the user knows it by.
        origin: The text of the page that it is about; empty for something new.
        initial: What was in the fields at first.
        texts: What is in them now.
    """

    key: str
    title: str
    origin: str
    initial: dict[str, str]
    texts: dict[str, str]

    def on(self, origin: str, initial: Mapping[str, str]) -> dict[str, str]:
        """Return the fields with what was typed, where the page may have changed under it.

        Args:
            origin: The text that the form is about now.
            initial: What is in the fields at first, as the page is now.
        """
        if self.origin and not origin:
            return {name: self.texts.get(name, text) for name, text in initial.items()}
        return {name: self._field(name, text) for name, text in initial.items()}

    def _field(self, name: str, now: str) -> str:
        """Return what is to be in a field: what was typed, with what changed on the page meanwhile."""
        before, typed = self.initial.get(name), self.texts.get(name, now)
        if typed == before:
            return now
        if before is None or before == now or "\n" not in now:
            return typed
        from profile_tui.workspace.drafts.merge import merged

        three = (text.encode("utf-8", "surrogatepass") for text in (before, typed, now))
        both = merged(*three)
        return typed if both is None else both.decode("utf-8", "surrogatepass")


@dataclass
class KeptForms:
    """What was typed into the forms of one file.

    Attributes:
        forms: All of them, as they were left.
    """

    forms: list[KeptForm] = field(default_factory=list)

    @property
    def keys(self) -> set[str]:
        """What they are of."""
        return {form.key for form in self.forms}

    def __iter__(self) -> Iterator[KeptForm]:
        """Yield them."""
        return iter(self.forms)

    def find(self, key: str, origin: str, others: Callable[[], Sequence[str]]) -> KeptForm | None:
        """Return what was typed into a form: its entry is known by its text, or by being most like it.

        Args:
            key: What the form is of.
            origin: The text of the page that it is about; empty for something new, which takes what was typed for an
                entry that is gone.
            others: Gives the texts of all entries that share the key, this one among them; none where nothing does.
        """
        own = [form for form in self.forms if form.key == key]
        same = next((form for form in own if form.origin == origin), None)
        if same is not None or not own:
            return same
        texts = others()
        left = [form for form in own if form.origin and form.origin not in texts]
        if origin and not texts:
            return next(iter(left), None)
        return next((form for form in left if (_most_like(form.origin, texts) or "") == origin), None)

    def place(self, form: KeptForm, texts: Sequence[str]) -> str:
        """Return the text of the entry that a form is about now; empty for something new, or where it is gone.

        Args:
            form: One of the forms.
            texts: The texts of all entries that share its key.
        """
        if not form.origin or form.origin in texts:
            return form.origin
        return _most_like(form.origin, texts) or ""

    def put(self, kept: KeptForm, instead: KeptForm | None) -> None:
        """Keep what was typed into a form, in the place of what was kept of it before."""
        self.remove(instead)
        self.forms.append(kept)

    def remove(self, kept: KeptForm | None) -> None:
        """Forget what was typed into a form."""
        self.forms = [form for form in self.forms if form is not kept]

    def as_data(self) -> dict[str, Any]:
        """Return all as JSON can hold it."""
        return {str(number): dict(vars(form)) for number, form in enumerate(self.forms)}

    def take(self, data: Mapping[str, Any]) -> list[KeptForm]:
        """Take over what `as_data` gave, or what the first version kept; return what that was."""
        forms = [form for name, value in data.items() if (form := _form(name, value)) is not None]
        self.forms += forms
        return forms


def _form(name: str, value: object) -> KeptForm | None:
    """Return a form from a draft; None where it is none."""
    if not isinstance(value, dict):
        return None
    if "texts" not in value:
        texts = _texts(value)
        return KeptForm(_first_key(name), name, texts.pop(_ORIGIN, ""), {}, texts)
    key, title, origin = (str(value.get(part, "")) for part in ("key", "title", "origin"))
    return KeptForm(key, title, origin, _texts(value.get("initial")), _texts(value.get("texts")))


def _first_key(name: str) -> str:
    """Return the key of a form, of which the first version's has the entry's number too."""
    words = name.split(" ")
    numbered = len(words) > 3 and words[2] == "of" and (words[1].isdecimal() or words[1] == "new")
    return " ".join((words[0], *words[2:])) if numbered else name


def _texts(value: object) -> dict[str, str]:
    """Return fields from a draft."""
    return {str(name): str(text) for name, text in value.items()} if isinstance(value, dict) else {}


def _most_like(origin: str, texts: Sequence[str]) -> str | None:
    """Return the text that is most like another; None where none is like it."""
    from difflib import SequenceMatcher

    best_text, best = None, _ALIKE
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(origin)
    for text in texts:
        matcher.set_seq1(text)
        # the first two are quick, and never less than the third
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= best and (likeness := matcher.ratio()) >= best:
            best_text, best = text, likeness
    return best_text
