"""Asks services over HTTP: politely, within one deadline, and never for more than can be held.

Only this module opens connections. Nothing of what answers say is trusted: not their size, their length, their
encoding, their redirections or that they end.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol, TypeVar

from profile_tui.text.catalogue import _, counting
from profile_tui.text.named_tuple import NamedTuple
from profile_tui.text.reading import reason
from profile_tui.workspace import settings
from profile_tui.workspace.lookup import cache, pace
from profile_tui.workspace.lookup.data import WrongShape
from profile_tui.workspace.lookup.errors import NoAnswer, NotFound, OutOfTime, Unreached

if TYPE_CHECKING:
    from email.message import Message
    from http.client import HTTPResponse

T = TypeVar("T")
DAY = 24 * 3600
HOUR = 3600
_MOST_BYTES = 8 * 2**20
"""The size of an answer at most; the longest lists of authors have a few millions."""
_DEADLINE = 25.0
"""Seconds that all requests of one question may take together."""
_ONE = 10.0
"""Seconds that one request may take."""
_REDIRECTIONS = (301, 302, 303, 307, 308)
_MOST_HOPS = 10
_MOST_TRIES = 3
_LONGEST_WAIT = 10.0
"""Seconds that a service may ask for before another try; it is told of a longer time, and not waited for."""
_TOO_LONG = _("takes too long")
_SLICE = 0.05
_CHUNK = 64 * 1024


class Host(Protocol):
    """Whom requests go to; see `service.Service`."""

    name: str
    label: str
    address: str
    pause: float


class _Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Message
    body: bytes


class _Failed(Exception):
    """There is no connection; why, in words."""


class _Broken(Exception):
    """There is no answer though there was a connection; why, in words."""


class Client:
    """Asks services for one question of the user's.

    Attributes:
        until: The time, on the monotonic clock, at which it must be answered.
    """

    def __init__(self, seconds: float = _DEADLINE, stopped: Callable[[], bool] = bool) -> None:
        """Make a client; nothing is asked yet.

        Args:
            seconds: How long the answer may take.
            stopped: Whether the user does not want it any more.

        Raises:
            Unreadable: The settings are broken.
        """
        self.until = monotonic() + seconds
        self._stopped = stopped
        self._settings = settings.services()
        self._agent = _agent(settings.mail())

    def key(self, service: Host) -> str:
        """Return the user's key to a service; empty where there is none."""
        return self._settings.get(service.name, {}).get("key", "")

    def get(
        self,
        service: Host,
        path: str,
        read: Callable[[str], T],
        *,
        accept: str = "application/json",
        headers: dict[str, str] | None = None,
        keep: float = DAY,
    ) -> T:
        """Return what a service answers.

        Args:
            service: The service.
            path: The address below the service's own, quoted, with its query.
            read: Makes something of the answer's text; what it makes nothing of is not kept.
            accept: The type of answer that is wanted.
            headers: What else the request says.
            keep: The seconds for which an answer is good.

        Raises:
            NoAnswer: There is none, or none that can be read.
        """
        base = self._settings.get(service.name, {}).get("address", "") or service.address
        url = f"{base.rstrip('/')}/{path}"
        known = cache.get(url, accept, keep)
        if known is not None:
            try:
                return read(known)
            except NoAnswer:
                pass  # it was kept by another version; ask again
        text = self._asked(service, url, {"Accept": accept, **(headers or {})})
        try:
            answer = read(text)
        except WrongShape as error:
            raise WrongShape(_("{label} gave {message}").format(label=service.label, message=error.message)) from None
        cache.put(url, accept, text)
        return answer

    def _asked(self, service: Host, url: str, headers: dict[str, str]) -> str:
        """Return the text of an answer, after as many tries as are polite."""
        for attempt in range(1, _MOST_TRIES + 1):
            with pace.turn(service.name, service.pause, partial(self._wait, service)):
                answer = self._followed(service, url, headers)
                wait = _wait(answer, attempt)
                pace.hold(service.name, wait)
            if answer.status == 200:
                return _text(service, answer)
            if not wait or attempt == _MOST_TRIES:
                break
            self._wait(service, wait)
        if answer.status == 429:
            raise NoAnswer(_("{label} is getting too many requests right now").format(label=service.label))
        if answer.status in (404, 410):
            raise NotFound(_("{label} doesn't know it").format(label=service.label))
        if answer.status in (401, 403):
            raise NoAnswer(
                _("{label} refuses requests from programs right now (status {status})").format(
                    label=service.label, status=answer.status
                )
            )
        raise NoAnswer(_("{label} failed (status {status})").format(label=service.label, status=answer.status))

    @property
    def _left(self) -> float:
        """The seconds left."""
        return self.until - monotonic()

    def _wait(self, service: Host, seconds: float) -> None:
        """Wait until a service may be asked, unless there is no time for that."""
        if seconds > min(_LONGEST_WAIT, self._left):
            message = (
                _("wants no more requests for {seconds}").format(seconds=_seconds(seconds))
                if seconds > 1
                else _TOO_LONG
            )
            raise NoAnswer(f"{service.label} {message}")
        end = monotonic() + seconds
        while (rest := end - monotonic()) > 0:
            self._check()
            _sleep(min(rest, _SLICE))

    def _check(self) -> None:
        """Raise OutOfTime where the time is over, or nobody waits any more."""
        if self._left <= 0:
            raise OutOfTime(_("no service answered in time; try again later, or paste the paper's BibTeX instead"))
        if self._stopped():
            raise OutOfTime(_("you stopped the look-up"))

    def _followed(self, service: Host, url: str, headers: dict[str, str]) -> _Answer:
        """Return the answer at the end of the redirections."""
        from urllib.parse import urljoin, urlsplit

        sent = {"User-Agent": self._agent, "Accept-Encoding": "identity", **headers}
        try:
            first = urlsplit(url).netloc
            for _unused in range(_MOST_HOPS):
                if urlsplit(url).scheme not in ("http", "https"):
                    raise NoAnswer(
                        _("{label} redirects to an address that isn't on the web").format(label=service.label)
                    )
                if urlsplit(url).netloc != first:  # the user's keys are for the service alone
                    sent.pop("x-api-key", None)
                answer = self._exchanged(url, sent)
                target = answer.headers.get("Location")
                if answer.status not in _REDIRECTIONS or not target:
                    return answer
                url = urljoin(url, _quoted(target))
        except (_Failed, ValueError) as error:
            raise Unreached(_("{label} can't be reached: {error}").format(label=service.label, error=error)) from None
        except _Broken as error:
            raise NoAnswer(f"{service.label} {error}") from None
        raise NoAnswer(_("{label} redirects in a circle").format(label=service.label))

    def _exchanged(self, url: str, headers: dict[str, str]) -> _Answer:
        """Return one answer. Names that do not resolve and bytes that drip hold up a thread of their own, not us."""
        until = min(self.until, monotonic() + _ONE)
        exchange = _Exchange(url, headers, until)
        exchange.start()
        while exchange.is_alive():
            self._check()
            if monotonic() > until:
                raise _Broken(_TOO_LONG)
            exchange.join(_SLICE)
        if exchange.answer is None:
            raise exchange.failure
        return exchange.answer


class _Exchange(threading.Thread):
    """One request and its answer, in a thread that nobody needs to wait for."""

    def __init__(self, url: str, headers: dict[str, str], until: float) -> None:
        super().__init__(daemon=True)
        self._url, self._headers, self._until = url, headers, until
        self.answer: _Answer | None = None
        self.failure: _Failed | _Broken = _Broken(_("broke off the connection"))

    def run(self) -> None:
        """Ask, and keep the answer or what is wrong."""
        from http.client import HTTPException
        from socket import gaierror
        from urllib.error import URLError

        try:
            self.answer = self._ask()
        except _Broken as error:
            self.failure = error
        except HTTPException:  # one of them is an OSError, too
            self.failure = _Broken(_("broke off the connection"))
        except TimeoutError:
            self.failure = _Broken(_TOO_LONG)
        except URLError as error:
            cause = error.reason
            if isinstance(cause, gaierror):
                self.failure = _Failed(_("its name isn't known here"))
            else:
                self.failure = _Failed(reason(cause) if isinstance(cause, OSError) else str(cause))
        except (OSError, ValueError) as error:
            self.failure = _Failed(reason(error) if isinstance(error, OSError) else str(error))

    def _ask(self) -> _Answer:
        """Ask."""
        from urllib import request

        opener = request.OpenerDirector()  # no files, no data, no redirections that nobody counts
        for handler in (request.ProxyHandler(), request.HTTPHandler(), request.HTTPSHandler()):
            opener.add_handler(handler)
        asked = request.Request(self._url, headers=self._headers)
        answer = opener.open(asked, timeout=max(0.1, self._until - monotonic()))
        with answer:
            return _Answer(answer.status, answer.headers, self._body(answer))

    def _body(self, answer: HTTPResponse) -> bytes:
        """Return the body, all of it."""
        body = bytearray()
        while chunk := answer.read1(_CHUNK):
            body += chunk
            if len(body) > _MOST_BYTES:
                raise _Broken(
                    _("sends more than the {most_bytes} MB that can be read").format(most_bytes=_MOST_BYTES // 2**20)
                )
            if monotonic() > self._until:
                raise _Broken(_TOO_LONG)
        announced = answer.headers.get("Content-Length") or ""
        if announced.isdecimal() and len(body) < int(announced):
            raise _Broken(_("broke off its answer"))
        return _unpacked(bytes(body)) if body[:2] == b"\x1f\x8b" else bytes(body)


def _unpacked(body: bytes) -> bytes:
    """Return what was compressed though nobody asked for that."""
    import zlib

    try:
        unpacker = zlib.decompressobj(31)
        unpacked = unpacker.decompress(body, _MOST_BYTES)
    except zlib.error:
        raise _Broken(_("gave a garbled answer")) from None
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise _Broken(_("gave an answer that is too long, or cut short"))
    return unpacked


def _text(service: Host, answer: _Answer) -> str:
    """Return an answer as text. One whose encoding cannot be told is of no use: it would be wrong in every name."""
    charset = answer.headers.get_content_charset() or "utf-8"
    for encoding in dict.fromkeys(("utf-8-sig", charset)):
        try:
            return answer.body.decode(encoding)
        except (ValueError, LookupError):
            continue
    raise WrongShape(_("{label} gave an answer in an encoding that cannot be told").format(label=service.label))


def _wait(answer: _Answer, attempt: int) -> float:
    """Return the seconds after which another try makes sense; 0 where none does."""
    if answer.status not in (429, 500, 502, 503, 504):
        return 0.0
    seconds = answer.headers.get("Retry-After", "").strip()
    if seconds.isdecimal():
        return max(1.0, float(seconds[:6]))
    if seconds:
        from datetime import UTC, datetime
        from email.utils import parsedate_to_datetime

        try:
            return max(1.0, (parsedate_to_datetime(seconds) - datetime.now(UTC)).total_seconds())
        except (ValueError, TypeError):
            pass
    if answer.status in (429, 503):
        return float(2**attempt)
    return 1.0 if attempt == 1 else 0.0  # a fault of its own is worth one more try


def _seconds(wait: float) -> str:
    """Return a time in words."""
    if wait < 120:
        return counting("{count} second", "{count} seconds", round(wait))
    return counting("{count} minute", "{count} minutes", round(wait / 60))


def _quoted(target: str) -> str:
    """Return the target of a redirection as an address can hold it; some are sent with blanks and accents."""
    from urllib.parse import quote

    with suppress(UnicodeError):
        target = target.encode("latin-1").decode("utf-8")
    return quote(target, safe="%/:?#[]@!$&'()*+,;=~")


def _agent(mail: str) -> str:
    """Return what requests say of who asks; the user's address only if it is in the settings."""
    from profile_tui import __version__

    address = re.sub(r"[^!-~]", "", mail)
    return f"profile-tui/{__version__}" + (f" (mailto:{address})" if address else "")


def _sleep(seconds: float) -> None:
    """Sleep; tests have better things to do."""
    from time import sleep

    sleep(seconds)
