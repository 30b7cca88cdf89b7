"""Asking services: politely, within a deadline, and with every fault that an answer can have."""

from __future__ import annotations

import gzip
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

from profile_tui import __version__
from profile_tui.text.errors import Unreadable
from profile_tui.workspace.lookup import client as module
from profile_tui.workspace.lookup.client import Client
from profile_tui.workspace.lookup.data import WrongShape, json_of, xml_of
from profile_tui.workspace.lookup.errors import NoAnswer, NotFound, OutOfTime, Unreached
from profile_tui.workspace.lookup.service import Service
from support.services import Asked, Reply, Services, data, playing


class Lake(Service):
    name = "lake"
    label = "the Lake"
    order = 1
    address = "http://127.0.0.1:1"
    pause = 0.0


LAKE = Lake()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and a cache of the test's own, and no proxy."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with playing() as played:
        played.settings(home / "config", "lake")
        yield played


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The times that were waited for, which takes none here."""
    waited: list[float] = []
    clock = {"off": 0.0}

    def sleep(seconds: float) -> None:
        waited.append(seconds)
        clock["off"] += seconds

    monkeypatch.setattr(module, "_sleep", sleep)
    monkeypatch.setattr(module, "monotonic", lambda: monotonic() + clock["off"])
    return waited


def ask(seconds: float = 5) -> object:
    return Client(seconds).get(LAKE, "fish", json_of)


def test_an_answer_is_read_and_kept(services: Services) -> None:
    services.give("lake", "fish", data({"name": "Öre trout"}))
    assert ask() == {"name": "Öre trout"}
    assert ask() == {"name": "Öre trout"}
    assert len(services.log) == 1


def test_a_kept_answer_that_is_old_or_broken_is_asked_for_again(services: Services, home: Path) -> None:
    services.give("lake", "fish", data(1), data(2), data(3))
    assert ask() == 1
    (kept,) = (home / "cache" / "profile-tui" / "lookup").glob("*.json")
    os.utime(kept, (1, 1))
    assert ask() == 2
    kept.write_text("{")
    assert ask() == 3
    assert kept.stat().st_mode & 0o777 == 0o600


def test_nothing_is_kept_of_an_answer_that_cannot_be_read(services: Services) -> None:
    services.give("lake", "fish", Reply("<html>Sign in</html>"), data(2))
    with pytest.raises(WrongShape, match=r"^the Lake gave a web page, not data$"):
        ask()
    assert ask() == 2


def test_who_asks_is_told_and_the_address_only_if_it_is_set(services: Services, home: Path) -> None:
    services.give("lake", "", data(1))
    ask()
    assert services.log[0].headers["user-agent"] == f"profile-tui/{__version__}"
    services.settings(home / "config", "lake", 'mail = "ada@example.org\\r\\nX: y"')
    Client().get(LAKE, "perch", json_of)
    assert services.log[1].headers["user-agent"] == f"profile-tui/{__version__} (mailto:ada@example.orgX:y)"


def test_broken_settings_are_told(home: Path) -> None:
    (home / "config" / "profile-tui").mkdir(parents=True)
    (home / "config" / "profile-tui" / "settings.toml").write_text("services = 1\n")
    with pytest.raises(Unreadable, match="must hold texts"):
        Client()


def test_a_busy_service_is_asked_again_after_the_time_it_names(services: Services, waits: list[float]) -> None:
    services.give("lake", "fish", Reply("slow down", 429, {"Retry-After": "3"}), data(2))
    assert ask(20) == 2
    assert 2.9 < sum(waits) < 6.5
    assert len(services.log) == 2


def test_a_service_that_wants_a_long_rest_gets_it(services: Services, waits: list[float]) -> None:
    services.give("lake", "fish", Reply("slow down", 429, {"Retry-After": "600"}))
    with pytest.raises(NoAnswer, match=r"^the Lake wants no more requests for 10 minutes$"):
        ask()
    assert not sum(waits)
    with pytest.raises(NoAnswer, match="wants no more requests for"):
        ask()
    assert len(services.log) == 1  # the next call does not ask either


@pytest.mark.parametrize("said", ["Sun, 29 Nov 2026 00:00:00 GMT", "soon", "-4"])
def test_odd_words_about_when_to_ask_again_do_no_harm(services: Services, waits: list[float], said: str) -> None:
    services.give("lake", "fish", Reply("slow down", 429, {"Retry-After": said}), data(2))
    assert ask(20) == 2


def test_a_fault_of_the_service_is_worth_one_more_try(services: Services, waits: list[float]) -> None:
    services.give("lake", "fish", Reply("oops", 502), data(2))
    assert ask() == 2
    services.give("lake", "perch", Reply("oops", 500))
    with pytest.raises(NoAnswer, match=r"^the Lake failed \(status 500\)$"):
        Client().get(LAKE, "perch", json_of)
    assert len(services.log) == 4


@pytest.mark.parametrize(
    ("reply", "error", "words"),
    [
        (Reply("", 404), NotFound, "the Lake doesn't know it"),
        (Reply("", 410), NotFound, "the Lake doesn't know it"),
        (Reply("", 403), NoAnswer, r"the Lake refuses requests from programs right now \(status 403\)"),
        (Reply("", 204), NoAnswer, r"the Lake failed \(status 204\)"),
        (Reply(""), WrongShape, "the Lake gave an empty answer"),
        (Reply('{"a": [1, 2'), WrongShape, "the Lake gave an answer that is cut short or garbled"),
        (Reply("[" * 100_000), WrongShape, "the Lake gave an answer that is cut short or garbled"),
        (Reply('{"a": 1' + "1" * 5000 + "}"), WrongShape, "the Lake gave an answer that is cut short or garbled"),
        (Reply("<!DOCTYPE html><html>Are you a bot?"), WrongShape, "the Lake gave a web page, not data"),
        (Reply('{"a": "Jörg"}'.encode("latin-1")), WrongShape, "the Lake gave an answer in an encoding that cannot .*"),
        (Reply('{"a": 1}', announced=99), NoAnswer, "the Lake broke off its answer"),
        (Reply(close=True), NoAnswer, "the Lake broke off the connection"),
        (Reply(b" " * 65536, endless=True), NoAnswer, "the Lake sends more than the 8 MB that can be read"),
        (Reply(gzip.compress(b" " * 20_000_000)), NoAnswer, "the Lake gave an answer that is too long, or cut short"),
        (Reply(gzip.compress(b"[1]")[:-4]), NoAnswer, "the Lake gave an answer that is too long, or cut short"),
        (Reply("", 302, {"Location": "file:///etc/hostname"}), NoAnswer, ".* to an address that isn't on the web"),
        (Reply("", 302, {"Location": "/lake/fish"}), NoAnswer, "the Lake redirects in a circle"),
        (Reply("", 302, {"Location": "http://127.0.0.1:1/x"}), Unreached, "the Lake can't be reached: con.*"),
        (Reply("", 302, {"Location": "http://[::1"}), Unreached, "the Lake can't be reached: .*"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_answer_is_told_in_one_line(
    services: Services, reply: Reply, error: type[NoAnswer], words: str
) -> None:
    services.give("lake", "fish", reply)
    with pytest.raises(error, match=f"^{words}$") as caught:
        ask(20)
    assert type(caught.value) is error
    assert caught.value.exit_code == 4


@pytest.mark.parametrize(
    "reply",
    [
        Reply('{"a": "Jörg"}'.encode("latin-1"), headers={"Content-Type": "application/json; charset=ISO-8859-1"}),
        Reply('\ufeff{"a": "Jörg"}', headers={"Content-Type": "text/plain"}),
        Reply(gzip.compress('{"a": "Jörg"}'.encode()), headers={"Content-Encoding": "gzip"}),
        Reply('{"a": "Jörg"}', headers={"Content-Type": "application/json; charset=no-such"}),
        Reply('{"a": "Jörg"}', headers={"Content-Type": "application/json; charset=a\x00b"}),
    ],
)
def test_odd_but_clear_answers_are_read(services: Services, reply: Reply) -> None:
    services.give("lake", "fish", reply)
    assert ask() == {"a": "Jörg"}


def test_redirections_are_followed_without_the_user_s_keys(services: Services) -> None:
    with playing() as other:
        other.give("river", "fish", data(3))
        services.give("lake", "fish", Reply("", 302, {"Location": "/lake/pond"}))
        services.give("lake", "pond", Reply("", 307, {"Location": f"{other.address}/river/fish"}))
        assert Client().get(LAKE, "fish", json_of, headers={"x-api-key": "secret"}) == 3
        assert [request.headers.get("x-api-key") for request in services.log] == ["secret", "secret"]
        assert "x-api-key" not in other.log[0].headers


@pytest.mark.parametrize("reply", [Reply("[1]", pause=9), Reply("[" + " " * 500 + "]", drip=0.05)])
def test_nothing_hangs(services: Services, reply: Reply) -> None:
    services.give("lake", "fish", reply)
    begin = monotonic()
    with pytest.raises(NoAnswer):
        ask(0.5)
    assert monotonic() - begin < 3


def test_a_user_who_does_not_wait_is_not_held_up(services: Services) -> None:
    services.give("lake", "fish", Reply("[1]", pause=9))
    begin = monotonic()
    with pytest.raises(OutOfTime, match="you stopped the look-up"):
        Client(20, lambda: monotonic() - begin > 0.2).get(LAKE, "fish", json_of)
    assert monotonic() - begin < 3


def test_offline_is_told(home: Path) -> None:
    with pytest.raises(Unreached, match=r"^the Lake can't be reached: connection refused$"):
        ask()


def test_a_name_that_does_not_resolve_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*args: object, **more: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(Unreached, match=r"^the Lake can't be reached: its name isn't known here$"):
        ask()


def test_a_service_has_its_pause_between_two_requests(
    services: Services, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    monkeypatch.setattr(LAKE, "pause", 3.0, raising=False)
    services.give("lake", "", data(1))
    Client().get(LAKE, "fish", json_of)
    assert not sum(waits)
    Client().get(LAKE, "perch", json_of)
    assert 2 < sum(waits) <= 3.1


def test_one_request_at_a_time(services: Services) -> None:
    from concurrent.futures import ThreadPoolExecutor

    running, most = [0], [0]

    def answer(asked: Asked) -> Reply:
        running[0] += 1
        most[0] = max(most[0], running[0])
        socket.socket().close()
        running[0] -= 1
        return data(asked.path)

    services.give("lake", "", answer)
    with ThreadPoolExecutor(4) as pool:
        found = pool.map(lambda at: Client().get(LAKE, f"fish{at}", json_of), range(8))
        assert list(found) == [f"fish{at}" for at in range(8)]
    assert most == [1]


def test_without_a_place_for_the_cache_it_asks_all_the_same(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    services.give("lake", "fish", data(1))
    assert ask() == ask() == 1
    assert len(services.log) == 2


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><f>&b;</f>',
        '<!DOCTYPE f SYSTEM "file:///etc/passwd"><f/>',
        "<f>&undefined;</f>",
        "<f><g></f>",
        "",
        "<!doctype html><html>",
    ],
)
def test_xml_with_entities_or_faults_is_refused(text: str) -> None:
    with pytest.raises(WrongShape):
        xml_of(text)


def test_xml_is_read_without_its_namespaces() -> None:
    root = xml_of('<?xml version="1.0" encoding="UTF-8"?><f xmlns="urn:x"><g a="1">Ö &amp; b</g></f>')
    assert (root.tag, root[0].tag, root[0].text) == ("f", "g", "Ö & b")
