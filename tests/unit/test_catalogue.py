"""The catalogue of texts: none is outside, the translations are whole, and the language is the user's."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Message
from babel.messages.pofile import read_po

import profile_tui
from profile_tui.text import catalogue
from profile_tui.text.width import cells, wrapped
from support.shown_strings import shown_outside

ROOT = Path(__file__).parents[2]
SOURCE = Path(profile_tui.__path__[0])
PO = SOURCE / "locales" / "zh_CN" / "profile_tui.po"
SAMPLE = ROOT / "sample_profiles" / "acad-homepage"

WITHOUT = {
    "cli/completion.py": "code of shells; what it shows comes from the command tree",
    "cli/examples.py": "calls, as they are typed",
    "content/entries/lexicon.py": "words that are looked for on pages",
    "content/languages/": "names in the languages of pages",
    "content/publications/cutting/phrases.py": "names of cities, and words that pages say",
    "content/publications/reading/by_words.py": "words that pages say",
    "content/publications/bibtex_lexicon.py": "names of journals",
    "content/publications/names/name_forms.py": "names of sorts",
    "content/publications/roles/role_table.py": "what roles are, for those who read the code",
    "markup/blocks/patterns.py": "names of HTML elements",
    "site/template/tables/": "translated when the tables are read; scripts/messages.py takes them up",
    "text/dataclass.py": "code",
    "text/named_tuple.py": "code",
    "workspace/services/": "names of services; their errors are checked below",
}
"""Files whose texts need not be in the catalogue, and why."""
AS_THEY_ARE = {
    "content/change/residue.py": [r"In\."],  # a surname that joins with a stop
    "__main__.py": ["profile-tui: Windows .*"],  # said before anything is imported
    "cli/findings.py": ["::{} file={}{},title={}::{}"],  # GitHub's annotations
    "cli/help.py": [r"news add .*", r"publications add .*", r"check --format github"],  # calls
    "cli/jsonl.py": ["left out"],  # a word of --json
    "cli/lookup.py": [" --year {}", "profile-tui publications edit .*"],
    "cli/main.py": ["profile-tui {}"],
    "cli/manual.py": [r"\.TH .*", r"\.SH COMMANDS", "EXIT STATUS", "SEE ALSO"],  # troff, and headings that man knows
    "cli/output.py": ["profile-tui: {}"],
    "cli/progress.py": [r"profile-tui: \{\}\n?"],
    "cli/publications.py": [r"publications .*"],  # examples of calls
    "cli/tree.py": [r"(check|new|demo|completion|adopt|publish|profile|publications) .*"],  # examples of calls
    "app/screens/panes.py": ["front matter"],  # a key of rows
    "app/screens/prompt.py": [r"\n.*align: center.*"],  # style
    "app/views/header.py": ["front matter "],  # what forms are kept under
    "app/views/profile.py": ["broken {}"],
    "app/views/unfinished.py": ["{} of {}"],  # what forms are kept under
    "app/widgets/lines.py": ["bold underline"],  # looks
    "app/widgets/syntax.py": ["bold italic"],
    "content/change/adoption.py": ["separate lines"],  # a sort, put into words by the screen
    "content/entries/dated.py": ["cell {}"],  # the name of a slot
    "content/entries/entry.py": ["et al."],  # goes into the page
    "content/publications/announcement.py": ["at the", "Our paper", "My paper"],  # goes into the page
    "content/publications/bibtex.py": ["arXiv preprint arXiv:{}"],
    "content/publications/fields.py": ["A. Example, B. Sample"],
    "markup/inline_html.py": ["<img .*"],
    "markup/yaml/nodes.py": ["quoted scalar", "simple key"],  # what the parser says
    "markup/yaml/refs.py": ["Scalar .*"],  # types
    "site/creation/create.py": ["date: {}\n"],  # goes into the file
    "site/records/cv_list.py": ["Albert Einstein"],  # the template's own sample
    "site/records/new_file.py": ["---\n.*\n---\n"],
    "site/stores/readonly.py": ["hugo new .*"],
    "site/template/owner_fields.py": ["URL: {}"],
    "workspace/crash.py": ["profile-tui .*"],  # a report, for those who mend it
    "workspace/documents/diff.py": [r"\{\}\{\}\n\\ No newline at end of file\n", "Binary files .*\n"],  # as diff has it
    "workspace/export.py": [r"\{\} and \{\}"],  # a citation
    "workspace/git/trouble.py": ["git .*"],  # calls
    "workspace/lookup/data.py": ["<!doctype html"],
    "workspace/publishing/commit.py": ["profile-tui: take back", r"\(fetch first\)"],  # git's words
    "workspace/settings.py": ["# .*\n"],  # goes into the settings
}
"""Texts that stay as they are in a file, as patterns, and why."""
_PLACEHOLDER = re.compile(r"\{\w+(?:![rsa])?(?::[^{}]*)?\}")


def messages() -> Iterator[Message]:
    with PO.open("rb") as file:
        yield from (message for message in read_po(file) if message.id)


def called(*words: str, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """What the program prints where the environment names a language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(
        [sys.executable, "-m", "profile_tui", *words],
        env={**kept, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
        cwd=cwd,
    )


def test_no_text_for_people_is_outside_the_catalogue() -> None:
    outside = [
        f"{name}:{line}: {text}"
        for name, line, text in shown_outside(SOURCE)
        if not name.startswith(tuple(WITHOUT))
        and not any(re.fullmatch(pattern, text, re.DOTALL) for pattern in AS_THEY_ARE.get(name, []))
    ]
    assert outside == [], "write _() around these, with {names} for values and .format(); then: make messages"


def test_a_text_outside_is_seen(tmp_path: Path) -> None:
    """The check itself: what it must find, and what it must not."""
    (tmp_path / "a.py").write_text(
        '"""A docstring of words."""\n'
        'raise Refused("this cannot be done")\n'
        'raise Refused(f"the {name} cannot be read")\n'
        'raise Refused(_("this is in the catalogue").format(name=name))\n'
        'raise KeyError("nobody sees this one")\n'
        'class A:\n    title = "Undo"\n    DEFAULT_CSS = "A { color: red green; }"\n'
        'FIELD = Field("date", "Date")\n'
        'say("Done")\n'
        'if word == "two words": pass\n'
        'LIST = "some words of a list".split()\n'
        'NOTE = "Committing…" if busy else ""\n',
        "utf-8",
    )
    assert list(shown_outside(tmp_path)) == [
        ("a.py", 2, "this cannot be done"),
        ("a.py", 3, "the {} cannot be read"),
        ("a.py", 7, "Undo"),
        ("a.py", 9, "Date"),
        ("a.py", 10, "Done"),
        ("a.py", 13, "Committing…"),
    ]


def test_every_exception_is_still_needed() -> None:
    found = [(name, text) for name, _line, text in shown_outside(SOURCE)]
    assert [start for start in WITHOUT if not any(name.startswith(start) for name, _text in found)] == []
    unneeded = [
        (name, pattern)
        for name, patterns in AS_THEY_ARE.items()
        for pattern in patterns
        if not any(name == file and re.fullmatch(pattern, text, re.DOTALL) for file, text in found)
    ]
    assert unneeded == []


def test_the_catalogues_are_as_the_code_is() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/messages.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_chinese_is_whole() -> None:
    assert [message.id for message in messages() if not message.string or not all(message.string)] == []
    assert [message.id for message in messages() if message.fuzzy] == []


def test_translations_hold_the_same_values() -> None:
    for message in messages():
        english = message.id if isinstance(message.id, str) else message.id[1]
        chinese = message.string if isinstance(message.string, str) else "".join(message.string or ())
        assert set(_PLACEHOLDER.findall(english)) == set(_PLACEHOLDER.findall(chinese)), english


def test_translations_end_as_the_text_does() -> None:
    """A prompt ends in a blank or a colon; what is put after another text begins as that wants."""
    for message in messages():
        if isinstance(message.id, str) and isinstance(message.string, str):
            assert message.id.endswith("\n") == message.string.endswith("\n"), message.id


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_SG"}, "zh_CN"),
        ({"LANG": "zh-Hans"}, "zh_CN"),
        ({"LANG": "zh_TW.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "zh_CN.UTF-8"}, "zh_CN"),
    ],
)
def test_the_environment_names_the_language(
    variables: dict[str, str], wanted: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert catalogue.language() == wanted


@pytest.mark.parametrize(
    ("settings", "wanted"),
    [
        ('language = "zh_CN"\n', "zh_CN"),
        ("names = ['A']\nlanguage='zh'  # mine\n", "zh_CN"),
        ('language = "en"\n', "en"),
        ('theme = "x"\n', "en"),
    ],
)
def test_the_settings_count_more(settings: str, wanted: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "C" if wanted != "en" else "de_DE.UTF-8")
    (tmp_path / "profile-tui").mkdir()
    (tmp_path / "profile-tui" / "settings.toml").write_text(settings)
    assert catalogue.language() == wanted


def test_languages_are_the_folders() -> None:
    assert catalogue.languages() == ["en", "zh_CN"]


def test_all_that_help_says_of_commands_and_options_is_chinese() -> None:
    """A word that stands alone, as `done`, is seen by no check of the code."""
    lines = called("help", "--man", LANG="zh_CN.UTF-8").stdout.splitlines()
    texts = [line for line in lines if not line.startswith((".", "[", "\\fI")) and "https:" not in line]
    assert len(texts) > 300
    assert [line for line in texts if not re.search(r"[\u4e00-\u9fff]", line)] == []


def test_help_and_complaints_are_chinese() -> None:
    assert called("--help", LANG="zh_CN.UTF-8").stdout.startswith("用法：profile-tui [--plain] [PATH]\n")
    assert called("nwes", LANG="zh_CN.UTF-8").stderr == (
        "profile-tui: 既没有命令也没有文件 'nwes'；是不是想写 news？\n"
    )


def test_what_goes_into_files_and_scripts_is_the_same_in_every_language(tmp_path: Path) -> None:
    """Kinds, codes, keys and all that is written; only what is said of it is in another language."""
    said, written = {}, {}
    for language in ("C.UTF-8", "zh_CN.UTF-8"):
        site = Path(shutil.copytree(SAMPLE, tmp_path / language.replace(".", "") / "site"))
        done = called("show", "--json", cwd=site, LANG=language)
        shown = json.loads(done.stdout)
        for problem in shown["problems"]:
            del problem["message"]
        lines = [
            called("news", "add", "--date", "2026-11", "One.", cwd=site, LANG=language),
            called("talks", "add", "--date", "2026-11", "Two.", "--json", cwd=site, LANG=language),
            called("awards", "remove", "1", "--json", cwd=site, LANG=language),
        ]
        assert [one.returncode for one in lines] == [0, 0, 0]
        said[language] = (shown, [json.loads(one.stdout) for one in lines[1:]])
        written[language] = {path.name: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert said["C.UTF-8"] == said["zh_CN.UTF-8"]
    assert written["C.UTF-8"] == written["zh_CN.UTF-8"]


@pytest.mark.parametrize("language", ["C.UTF-8", "zh_CN.UTF-8"])
def test_no_language_imports_gettext(language: str) -> None:
    code = (
        "import sys; from profile_tui.cli.main import run; run(['show', 'about.md'], print); "
        "print('gettext' in sys.modules, file=sys.stderr)"
    )
    page = SAMPLE / "_pages"
    env = {**os.environ, "LC_ALL": language}
    done = subprocess.run([sys.executable, "-c", code], cwd=page, env=env, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "False"


def test_a_missing_catalogue_is_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(catalogue, "FOLDER", str(tmp_path))
    monkeypatch.setattr(catalogue, "_is_chosen", False)
    monkeypatch.setattr(catalogue, "_catalogue", None)
    monkeypatch.setattr(catalogue, "language", lambda: "zh_CN")
    assert catalogue._("Saved.") == "Saved."
    assert catalogue.counting("{count} file", "{count} files", 1) == "1 file"
    assert catalogue.counting("{count} file", "{count} files", 2) == "2 files"


def test_a_translation_may_have_lines_and_a_form_for_several(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "profile_tui.txt").write_text(
        f"{catalogue.key('Saved.')}\n{catalogue.key('{count} file')}\n\n"
        "Erste Zeile.\\nZweite.\n{count} Datei\t{count} Dateien\n"
    )
    monkeypatch.setattr(catalogue, "FOLDER", str(tmp_path))
    monkeypatch.setattr(catalogue, "_is_chosen", False)
    monkeypatch.setattr(catalogue, "_catalogue", None)
    monkeypatch.setattr(catalogue, "language", lambda: "zh_CN")
    assert catalogue._("Saved.") == "Erste Zeile.\nZweite."
    assert catalogue.counting("{count} file", "{count} files", 1) == "1 Datei"
    assert catalogue.counting("{count} file", "{count} files", 2) == "2 Dateien"
    assert catalogue._("Not there.") == "Not there."


def test_nothing_is_translated_to_nothing() -> None:
    assert catalogue._("") == ""


def test_chinese_is_wrapped_by_columns() -> None:
    assert cells("论文 A") == 6
    assert wrapped("一位作者；多位则重复写，姓名后加记号", 14) == ["一位作者；多位", "则重复写，姓名", "后加记号"]
    assert wrapped("含 BibTeX 条目的文件", 10, "  ") == ["  含", "  BibTeX", "  条目的文", "  件"]
    assert all(cells(line) <= 20 for line in wrapped("格式与 show --json 相同；全部添加或全不添加。" * 5, 20))
    assert wrapped("plain words are as ever", 11) == ["plain words", "are as ever"]
