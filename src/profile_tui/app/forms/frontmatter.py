"""Forms of the front matter: a value, a new key, and a header where there is none."""

from __future__ import annotations

from profile_tui.app.forms.base import Form, FormField, Texts, WrongField
from profile_tui.app.session.session import Session
from profile_tui.content.change.edit import ProvenEdit
from profile_tui.content.page.page import Page
from profile_tui.markup.yaml.document import Scalar, YamlDocument, YamlField
from profile_tui.markup.yaml.typed import as_text, guessed, number, set_items
from profile_tui.text.catalogue import _
from profile_tui.text.errors import Refused
from profile_tui.text.span import Span, Splice

_VALUE, _KEY = "value", "key"


class ValueForm(Form):
    """One value."""

    first = _VALUE

    def __init__(self, session: Session, field: YamlField, name: str) -> None:
        """Make the form of a value.

        Args:
            session: The session.
            field: The value.
            name: Its path as people write it.
        """
        super().__init__(session)
        self._found = field
        self._name = name
        many = isinstance(field.value, list) or "\n" in str(field.value)
        hint = {"list": _("one item per line"), "bool": _("true or false"), "number": "a number"}.get(field.kind, "")
        self.fields = (FormField(_VALUE, _("Value"), "area" if many else "line", hint),)

    @property
    def key(self) -> str:
        """The value's path."""
        return f"front matter {self._name}"

    @property
    def title(self) -> str:
        """The value's path."""
        return _("Front matter · {name}").format(name=self._name)

    @property
    def span(self) -> Span | None:
        """The value's lines."""
        return line_span(self.page.text, self._found.span)

    def initial(self) -> dict[str, str]:
        """Return the value."""
        return {_VALUE: as_text(self._found.value)}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the value set; of a list, the items that differ."""
        page, field, text = self.page, self._found, texts.get(_VALUE, "")
        label = _("Change {name}").format(name=self._name)
        if text == self.initial()[_VALUE]:
            return ProvenEdit(page, page, (), label)
        if isinstance(field.value, list):
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            return _edited(page, set_items(_read(page), field.path, field.value, lines), label)
        value = self._typed(text)
        return _edited(page, _read(page).set(field.path, value), label)

    def _typed(self, text: str) -> Scalar:
        """Return what is typed, of the type that the value has."""
        kind, typed = self._found.kind, text.strip()
        if kind == "bool":
            if typed not in ("true", "false"):
                raise WrongField(_VALUE, _("type true or false"))
            return typed == "true"
        if kind == "number":
            value = number(typed)
            if value is None:
                raise WrongField(
                    _VALUE,
                    _("“{typed}” isn't a number; press e in the list to edit the front matter as text").format(
                        typed=typed
                    ),
                )
            return value
        if kind == "null":
            return guessed(typed)
        return text


class KeyForm(Form):
    """A new key."""

    fields = (
        FormField(_KEY, _("Key"), "line", _("e.g. author_profile"), required=True),
        FormField(_VALUE, _("Value"), "line", _("text, a number, true or false")),
    )
    first = _KEY
    key = "front matter new key"
    title = _("New front matter key")

    def initial(self) -> dict[str, str]:
        """Return nothing."""
        return {_KEY: "", _VALUE: ""}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the key added at the end."""
        key = texts.get(_KEY, "").strip()
        if not key:
            raise WrongField(_KEY, _("type the key, for example author_profile"))
        page = self.page
        return _edited(
            page, _read(page).add_key((), key, guessed(texts.get(_VALUE, "").strip())), _("Add {key}").format(key=key)
        )


class HeaderForm(Form):
    """Front matter for a page that has none."""

    fields = (FormField(_VALUE, _("Header"), "area", _("Jekyll renders only pages that begin with these lines")),)
    first = _VALUE
    key = "front matter new"
    title = _("New front matter")

    def initial(self) -> dict[str, str]:
        """Return the least that makes a home page of it."""
        return {_VALUE: '---\npermalink: /\ntitle: "About"\n---'}

    def change(self, texts: Texts) -> ProvenEdit:
        """Return the lines put before the page."""
        page = self.page
        text = texts.get(_VALUE, "").strip("\n")
        after = page.spliced([splice := Splice.insert(0, text + "\n\n")])
        header = after.front_matter
        if header is None:
            raise WrongField(_VALUE, _("the lines must begin and end with ---"))
        if header.yaml.end > len(text):
            raise WrongField(_VALUE, _("the last line must be ---"))
        _read(after)
        return ProvenEdit(page, after, (splice,), _("Add front matter"))


def removed(page: Page, field: YamlField, name: str) -> ProvenEdit:
    """Return a key taken away, with its value; or an item of a list."""
    document = _read(page)
    path = field.path
    splices = document.remove_item(path) if path and isinstance(path[-1], int) else document.remove_key(path)
    return _edited(page, splices, _("Remove {name}").format(name=name))


def repaired(page: Page, code: str) -> bytes | None:
    """Return the page with what keeps Jekyll from seeing its header taken away; None where that is not known."""
    data = page.source.data
    if code == "bom":
        return data.removeprefix(b"\xef\xbb\xbf")
    if code == "blank-first-line":
        return data.lstrip(b" \t\r\n\f\v")
    if code == "cr-line-ends":
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return None


def line_span(text: str, span: Span) -> Span:
    """Return a range widened to whole lines."""
    end = text.find("\n", max(span.start, span.end - 1))
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end + 1)


def _read(page: Page) -> YamlDocument:
    """Return the front matter.

    Raises:
        YamlError: Jekyll cannot read it.
        Refused: There is none.
    """
    header = page.front_matter
    if header is None:
        raise Refused(_("the page has no front matter"))
    return YamlDocument.read(page.text, header.yaml, first_line=2)


def _edited(page: Page, splices: list[Splice], label: str) -> ProvenEdit:
    """Return the change that splices make."""
    return ProvenEdit(page, page.spliced(splices) if splices else page, tuple(splices), label)
