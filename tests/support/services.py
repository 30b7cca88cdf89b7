"""Public services of papers, played on loopback: answers as a test gives them, and whatever can be wrong with them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest

from profile_tui.workspace.lookup import pace


class Reply(NamedTuple):
    """An answer; its length is announced as it is unless told otherwise."""

    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    announced: int | None = None
    pause: float = 0.0
    """Seconds before the answer."""
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    endless: bool = False
    """Whether the body is sent over and over."""
    close: bool = False
    """Whether the connection is closed instead."""


def data(value: object) -> Reply:
    """An answer in JSON."""
    return Reply(json.dumps(value, ensure_ascii=False), headers={"Content-Type": "application/json"})


class Asked(NamedTuple):
    """A request that came."""

    service: str
    path: str
    headers: dict[str, str]


Answer = Reply | Callable[[Asked], Reply]


@dataclass
class Services:
    """The services of one server.

    Attributes:
        address: Where it is.
        answers: What it answers: by service and the beginning of the path, the longest first; 404 else.
        log: What it was asked for.
    """

    address: str = ""
    answers: dict[tuple[str, str], list[Answer]] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)

    def give(self, service: str, path: str, *answers: Answer) -> None:
        """Answer requests for paths that begin so, the last answer from then on."""
        self.answers[service, path] = list(answers)

    def reply(self, asked: Asked) -> Reply:
        """What is answered."""
        fitting = [key for key in self.answers if key[0] == asked.service and asked.path.startswith(key[1])]
        if not fitting:
            return Reply("Resource not found.", 404, {"Content-Type": "text/plain"})
        answers = self.answers[max(fitting, key=lambda key: len(key[1]))]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return answer if isinstance(answer, Reply) else answer(asked)

    def settings(self, folder: Path, names: str, *lines: str) -> None:
        """Write settings by which the services are here."""
        tables = [f'[services.{name}]\naddress = "{self.address}/{name}"' for name in names.split()]
        (folder / "profile-tui").mkdir(parents=True, exist_ok=True)
        (folder / "profile-tui" / "settings.toml").write_text("\n".join([*lines, *tables, ""]))


NAMES = "doi crossref arxiv dblp acl openreview europepmc pubmed semanticscholar openalex orcid"


@contextmanager
def playing() -> Iterator[Services]:
    """Play services for a while."""
    services = Services()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(services))
    server.daemon_threads = True
    services.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()


def _handler(services: Services) -> type[BaseHTTPRequestHandler]:
    """What answers for some services."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:
            """Tests have a log of their own."""

        def do_GET(self) -> None:
            _, service, path = self.path.split("/", 2)
            asked = Asked(service, unquote(path), {name.lower(): value for name, value in self.headers.items()})
            services.log.append(asked)
            with suppress(BrokenPipeError, ConnectionResetError):
                self._send(services.reply(asked))

        def _send(self, reply: Reply) -> None:
            self.close_connection = True
            if reply.close:
                return
            threading.Event().wait(reply.pause)
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if not reply.endless:
                self.send_header("Content-Length", str(len(body) if reply.announced is None else reply.announced))
            self.send_header("Connection", "close")
            self.end_headers()
            if reply.drip:
                for at in range(len(body)):
                    self.wfile.write(body[at : at + 1])
                    self.wfile.flush()
                    threading.Event().wait(reply.drip)
                return
            self.wfile.write(body)
            while reply.endless:
                self.wfile.write(body)

    return Handler


@contextmanager
def playing_all(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Services]:
    """Play all services for a while, with settings and a cache of one's own; they need no pauses here."""
    patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    patch.setenv("no_proxy", "*")
    patch.setattr(pace, "_LONGEST", 0.0)
    with playing() as played:
        played.settings(folder / "config", NAMES)
        yield played
