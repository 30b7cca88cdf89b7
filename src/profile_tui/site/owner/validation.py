"""Whether a value looks like what its field wants."""

from __future__ import annotations

import re

from profile_tui.site.owner.store import ProfileField
from profile_tui.text.catalogue import _
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.pattern import lazily

_URL = lazily(r"(?:https?:)?//\S+", re.I)
_BARE = lazily(r"(?:www\.)?([\w-]+(?:\.[\w-]+)+)(?:/\S*)?", re.I)
_EMAIL = lazily(r"[^\s@]+@[^\s@]+\.[^\s@]+")


class Finding(NamedTuple):
    """Why a value may not be what a field wants.

    Attributes:
        message: In one line, to be after the field's name; with what to type.
        sure: Whether it cannot be right, so that it is not written unless the user insists.
    """

    message: str
    sure: bool


def validate(field: ProfileField, value: object) -> Finding | None:
    """What speaks against a value; None where nothing does.

    What the site has already in that field counts: where a URL is in the place of a user name, the template may
    have been changed to take one.
    """
    if not isinstance(value, str) or not value.strip():
        return None
    text = value.strip()
    if "\n" in text and field.type not in ("area", "list"):
        return Finding(_("is one line in the template"), True)
    check = {"user": _user, "url": _url, "email": _email, "flag": _flag}.get(field.type)
    problem = check(field, text) if check else None
    known = field.type in ("user", "url") and field.state == "filled" and _alike(str(field.value), text)
    if problem is not None and known:
        return problem._replace(sure=False)
    return problem


def _user(field: ProfileField, text: str) -> Finding | None:
    """A user name is one word and no URL."""
    hint = field.known.note if field.known else ""
    host = re.sub(r"^(?:www\.|…\.)", "", hint).partition("/")[0]
    if _URL.fullmatch(text) or (host and re.match(rf"(?:www\.)?{re.escape(host)}/", text)):
        own = bool(host) and host in text
        name = re.split(r"[?#]", text.rstrip("/"))[0].rpartition("/")[2].lstrip("@")
        wanted = _("wants a user name ({address}), not a URL").format(address=_example(field))
        if own and name and name != host:
            return Finding(_("{wanted}; type {name}").format(wanted=wanted, name=name), own)
        return Finding(wanted, own)
    if re.search(r"\s", text):
        return Finding(_("wants a {hint}, which has no spaces").format(hint=field.hint), False)
    if text.startswith("@") and not hint.endswith("@"):
        return Finding(_("wants the {hint}, without @").format(hint=field.hint), False)
    return None


def _example(field: ProfileField) -> str:
    """Return the example in a field's hint, which has a colon and a blank before it in every language."""
    return field.hint.partition(": ")[2]


def _url(field: ProfileField, text: str) -> Finding | None:
    """A URL has a scheme, or is a path of the site's own."""
    if re.match(r"(?:[a-z][a-z0-9+.-]*:|/|#|\{\{)", text, re.I) and not re.search(r"\s", text):
        return None
    bare = _BARE.fullmatch(text)
    if bare and "." in bare[1] and "/" in text:
        return Finding(_("wants a whole URL: {url}").format(url=f"https://{text}"), False)
    sure = "." not in text and "/" not in text
    return Finding(_("wants a whole URL ({url})").format(url=_example(field)), sure)


def _email(field: ProfileField, text: str) -> Finding | None:
    """An address has one @, or a word in its place."""
    if _EMAIL.fullmatch(text.removeprefix("mailto:")) or re.search(r"[(\[{<]\s*at\s*[)\]}>]|&#64;|\bat\b", text, re.I):
        return None
    return Finding(_("wants an e-mail address, such as name@example.org"), False)


def _flag(field: ProfileField, text: str) -> Finding | None:
    """A flag is true or false."""
    return None if text in ("true", "false") else Finding(_("is true or false"), True)


def _alike(first: str, second: str) -> bool:
    """Whether two values are of one sort: both URLs, or neither."""
    return bool(_URL.match(first)) == bool(_URL.match(second))
