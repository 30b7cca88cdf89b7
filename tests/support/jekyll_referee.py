"""Jekyll as a referee for tests: one long-lived Ruby process that renders pages as Jekyll does.

    with Referee() as jekyll:                       # or Referee("path/to/site") for its config, includes and data
        page = jekyll.render("---\\ntitle: About\\n---\\n# News\\n\\n- a\\n")
        page.ok, page.html, page.data, page.types   # True, '<h1 id="news">…', {'title': 'About'}, {'/title': 'String'}
        jekyll.load_yaml("title: no").types         # {'/title': 'FalseClass'}: what Ruby reads, not what PyYAML reads
        jekyll.parse_date("2023").ok                # False: this value of `date:` stops the build of a collection

Start 0.3 s, then 1 to 2 ms a page, so a property test over thousands of pages is affordable; a whole `jekyll build`
costs 0.3 s a run. A refusal is a Reply with `ok` False and a `stage` (header, close, encoding, yaml, liquid, markdown,
date); jekyll_referee.rb, which must lie beside this file, says what each means. Silent failures (a page that Jekyll
copies unrendered and calls a success) are refusals here.

From the shell:   python jekyll_referee.py FILE…          HTML of each page's body; exit 1 if Jekyll would refuse one
                  python jekyll_referee.py --self-check   compares it with `jekyll build` and times it
                  --site DIR, --stub bibliography,cite    the site around them; Liquid tags of missing gems

Needs the Debian packages jekyll and ruby-kramdown-parser-gfm. `unavailable()` says what is missing, for a skip message.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

SERVER = Path(__file__).with_name("jekyll_referee.rb")
INSTALL = "apt-get install -y --no-install-recommends jekyll ruby-kramdown-parser-gfm"


class RefereeError(RuntimeError):
    """The referee process could not start, died or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of the referee."""

    ok: bool
    html: str = ""
    """The converted body, without layout."""
    data: Any = None
    """The front matter as Ruby read it; dates and symbols as text."""
    types: Mapping[str, str] = field(default_factory=dict)
    """JSON pointer of each scalar in `data` to its Ruby class, as '/author/name': 'String'."""
    date: str = ""
    stage: str = ""
    """Where Jekyll would fail; empty where it would not."""
    error: str = ""
    milliseconds: float = 0.0


def unavailable() -> str | None:
    """Says why the referee cannot run here; None if it can."""
    for program in ("ruby", "jekyll"):
        if shutil.which(program) is None:
            return f"{program} is not installed ({INSTALL})"
    return None


class Referee:
    """A running Jekyll that answers one request at a time; not for use from several threads."""

    def __init__(
        self,
        site: str | os.PathLike[str] | None = None,
        *,
        stubs: Sequence[str] = (),
        timeout: float = 20.0,
    ) -> None:
        """Starts the process.

        Args:
            site: Directory whose _config.yml, _includes, _data and collections apply; None for Jekyll's defaults.
            stubs: Liquid tags of missing gems, to print nothing.
            timeout: Seconds to wait for an answer. Jekyll's front matter test is quadratic: 50 KB of blank lines
                after `---` keep it busy for more than 25 s.

        Raises:
            RefereeError: Ruby or Jekyll is missing, or _config.yml cannot be read.
        """
        reason = unavailable()
        if reason is not None:
            raise RefereeError(reason)
        self._timeout = timeout
        command = ["ruby", str(SERVER)]
        if stubs:
            command += ["--stub", ",".join(stubs)]
        if site is not None:
            command.append(os.fspath(site))
        started = time.perf_counter()
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        banner = self._receive(max(timeout, 30.0))
        if not banner.get("ready"):
            self.close()
            raise RefereeError(f"Jekyll cannot read the site: {banner.get('err')}")
        self.versions: Mapping[str, str] = banner["versions"]
        self.site_error: str | None = banner["site_error"]
        """What would stop a build while it reads the site, as a bad date; None where nothing does."""
        self.seconds_to_start = time.perf_counter() - started

    def render(self, page: str | bytes, path: str = "about.md") -> Reply:
        """Renders a whole page, front matter included. `path` is where include_relative looks from."""
        raw = page if isinstance(page, bytes) else page.encode("utf-8", "surrogateescape")
        return self._ask({"src_b64": base64.b64encode(raw).decode("ascii"), "path": path})

    def split(self, page: bytes) -> Reply:
        """Says where Jekyll takes the closing fence (`close`) and the body (`body`) of a page to begin, in bytes."""
        return self._ask({"split_b64": base64.b64encode(page).decode("ascii")})

    def load_yaml(self, text: str) -> Reply:
        """Loads a front matter block, without its fences, as Ruby does."""
        return self._ask({"yaml": text})

    def parse_date(self, value: str) -> Reply:
        """Says what Jekyll makes of a collection document's `date` value."""
        return self._ask({"date": value})

    def close(self) -> None:
        """Ends the process."""
        process = self._process
        if process.stdin is not None and not process.stdin.closed:
            process.stdin.close()
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout is not None:
            process.stdout.close()

    def __enter__(self) -> Referee:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _ask(self, request: Mapping[str, str]) -> Reply:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError) as error:
            raise RefereeError("the referee process has ended") from error
        answer = self._receive(self._timeout)
        return Reply(
            ok=answer["ok"],
            html=answer.get("html", ""),
            data=answer.get("data"),
            types=answer.get("types", {}),
            date=answer.get("date", ""),
            stage=answer.get("stage", ""),
            error=answer.get("err", ""),
            milliseconds=answer["ms"],
        )

    def _receive(self, timeout: float) -> dict[str, Any]:
        output = self._process.stdout
        assert output is not None
        ready, _, _ = select.select([output], [], [], timeout)  # an answer is one line, and only one is ever pending
        if not ready:
            self._process.kill()
            raise RefereeError(f"no answer within {timeout:g} s")
        line = output.readline()
        if not line:
            raise RefereeError(f"the referee process ended with code {self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer


_FRONT = "---\ntitle: T\n---\n"
_CHECKS: tuple[tuple[str, str | bytes, str, str], ...] = (
    # what, page, expected stage ('' = renders), a piece of the HTML
    ("heading id keeps a dash for the emoji", f"{_FRONT}# \U0001f525 News\n\n- a\n", "", '<h1 id="-news">'),
    ("CRLF renders", f"{_FRONT}# News\n\n- a\n".replace("\n", "\r\n"), "", "<li>a</li>"),
    ("`...` closes front matter", "---\ntitle: T\n...\n- a\n", "", "<li>a</li>"),
    ("list straight after a paragraph line", f"{_FRONT}News:\n- a\n", "", "<li>a</li>"),
    ("heading straight after an item lands in it", f"{_FRONT}- a\n# News\n", "", '<li>a\n    <h1 id="news">'),
    ("an unescaped | makes a table", f"{_FRONT}- A | B\n", "", "<table>"),
    ("Liquid runs", f"{_FRONT}{{{{ page.title }}}}\n", "", "<p>T</p>"),
    ("render_with_liquid: false", "---\nrender_with_liquid: false\n---\n{{ x\n", "", "{{ x"),
    ("BOM", b"\xef\xbb\xbf---\n---\nx\n", "header", ""),
    ("blank first line", "\n---\n---\nx\n", "header", ""),
    ("CR only", "---\r---\rx\r", "header", ""),
    ("not closed", "---\ntitle: T\nx\n", "close", ""),
    ("Latin-1", b"---\n---\ncaf\xe9\n", "encoding", ""),
    ("unquoted colon", "---\ntitle: a: b\n---\nx\n", "yaml", ""),
    ("leading colon", "---\ntitle: :x\n---\nx\n", "yaml", ""),
    ("list as front matter", "---\n- a\n---\nx\n", "yaml", ""),
    ("unknown tag", f"{_FRONT}{{% nope %}}\n", "liquid", ""),
    ("open {{", f"{_FRONT}a {{{{ b\n", "liquid", ""),
)
_SAMPLE = f"""{_FRONT}
{{% assign year = "2026" %}}
<span class='anchor' id='about-me'></span>

I work on *lakes*. My research interest includes **ice** and `snow`.

# \U0001f525 News
- *2026.03*: &nbsp;\U0001f389 One paper accepted, see [here](https://example.org).
- *2025.11*: A talk in {{{{ year }}}}  \\
  with a second line

Publications
======

<div class='paper-box'><div class='paper-box-image'><div><div class="badge">ICE 2026</div></div></div>
<div class='paper-box-text' markdown="1">

[A Title](https://example.org)

**Jo Doe**, A. N. Other\\*
- [**Code**](https://example.org) \\| [Data](https://example.org)
</div>
</div>

1. One
1. Two
{{: .numbered}}

| a | b |
|---|---|
| 1 | 2 |
"""
_TYPES = {
    "no": "FalseClass", "12:30": "Integer", "09:30": "Integer", "0123": "Integer", "1,000": "Integer", "1.10": "Float",
    "2024-1-1": "Date", "'no'": "String", '"12:30"': "String", "2024.09": "Float", "": "NilClass",
}  # fmt: skip
_DATES = {"2023-10-5": True, "Oct 2023": True, "2023": False, "2023-10": False, "": False, "in press": False}


def _self_check() -> int:
    failures: list[str] = []

    def expect(what: str, good: bool, seen: object) -> None:
        if not good:
            failures.append(f"{what}: {seen!r}")

    with Referee() as jekyll:
        print("versions", dict(jekyll.versions), f"start {jekyll.seconds_to_start:.2f} s")
        for what, page, stage, piece in _CHECKS:
            reply = jekyll.render(page)
            expect(what, reply.stage == stage and piece in reply.html, reply)
        for value, name in _TYPES.items():
            kind = jekyll.load_yaml(f"v: {value}").types.get("/v")
            expect(f"YAML {value!r}", kind == name, kind)
        for value, good in _DATES.items():
            expect(f"date {value!r}", jekyll.parse_date(value).ok == good, value)
        expect("the same HTML as `jekyll build`", jekyll.render(_SAMPLE).html == _build(_SAMPLE), "differs")
        started = time.perf_counter()
        for number in range(500):
            jekyll.render(f"{_SAMPLE}\n- number {number}\n")
        each = (time.perf_counter() - started) / 500 * 1000
    count = len(_CHECKS) + len(_TYPES) + len(_DATES) + 1
    print(f"{count - len(failures)} of {count} checks good; {each:.2f} ms a page of {len(_SAMPLE)} characters")
    for failure in failures:
        print("FAILED", failure)
    return 1 if failures else 0


def _build(page: str) -> str:
    """The body that a whole, strict `jekyll build` makes of a page."""
    with tempfile.TemporaryDirectory(prefix="jekyll-build-") as name:
        site = Path(name)
        (site / "_layouts").mkdir()
        (site / "_layouts" / "body.html").write_text("{{ content }}", encoding="utf-8")
        (site / "_config.yml").write_text("include: [_pages]\n", encoding="utf-8")
        (site / "index.md").write_text(page.replace("---\n", "---\nlayout: body\n", 1), encoding="utf-8", newline="")
        command = ["jekyll", "build", "--quiet", "--strict_front_matter", "--disable-disk-cache"]
        subprocess.run(command, cwd=site, check=True, stdout=subprocess.DEVNULL)
        return (site / "_site" / "index.html").read_text(encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Renders the named files, or checks itself; returns the exit code."""
    parser = argparse.ArgumentParser(description="Render pages as Jekyll does.")
    parser.add_argument("--self-check", action="store_true", help="compare with `jekyll build` and time it")
    parser.add_argument("--site", metavar="DIR", help="site that supplies _config.yml, _includes and _data")
    parser.add_argument("--stub", metavar="TAGS", default="", help="Liquid tags to print nothing, comma-separated")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args(arguments)
    if options.self_check:
        return _self_check()
    if not options.files:
        parser.error("name a FILE or --self-check")
    code = 0
    stubs = [name for name in options.stub.split(",") if name]
    with Referee(options.site, stubs=stubs) as jekyll:
        if jekyll.site_error:
            print(f"{options.site}: Jekyll could not read the whole site: {jekyll.site_error}", file=sys.stderr)
        for file in options.files:
            reply = jekyll.render(Path(file).read_bytes(), path=file)
            if reply.ok:
                sys.stdout.write(reply.html)
            else:
                code = 1
                print(f"{file}: Jekyll would not render this ({reply.stage}): {reply.error}", file=sys.stderr)
    return code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except RefereeError as error:
        sys.exit(f"jekyll_referee: {error}")
