"""Publishing with real git: what this program saved is committed and nothing else, and every trouble has its word."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from profile_tui.text.errors import Refused
from profile_tui.workspace.disk import taking_turns, transaction
from profile_tui.workspace.disk.files import FileChange
from profile_tui.workspace.publishing import record
from profile_tui.workspace.publishing.commit import commit, pull_rebase
from profile_tui.workspace.publishing.publication import plan
from support.git_site import PAGE, GitSite, own_identity

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

NEW = "- *2026.05*: The lab opens."
KEPT = "then publish again"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> GitSite:
    own_identity(tmp_path, monkeypatch)
    return GitSite(tmp_path / "site", capsys)


# What is committed


def test_a_saved_change_is_committed_under_its_own_name(site: GitSite) -> None:
    site.add_news()
    code, out, complaints = site.publish()
    commit_name = site.git("rev-parse", "--short", "HEAD")
    assert (code, complaints) == (0, "")
    assert out == f"committed {commit_name} on main: Add news item “The lab opens.”\n  index.md\n"
    assert site.subject == "Add news item “The lab opens.”"
    assert site.committed == [f"+{NEW}"]
    assert site.status == []


def test_nothing_is_published_twice(site: GitSite) -> None:
    site.add_news()
    site.publish()
    assert site.publish() == (0, "nothing to publish: the last commit has all that profile-tui saved here\n", "")
    assert site.git("rev-list", "--count", "HEAD") == "2"


def test_without_a_save_nothing_is_published_whatever_else_changed(site: GitSite) -> None:
    site.page.write_text(PAGE.replace("small", "large"))
    assert site.publish()[:2] == (0, "nothing to publish: the last commit has all that profile-tui saved here\n")
    assert site.status == [" M index.md"]


def test_a_dry_run_shows_message_and_diff_and_commits_nothing(site: GitSite) -> None:
    site.add_news()
    before = site.state
    code, out, _ = site.publish("--dry-run")
    assert code == 0
    assert out.startswith("Add news item “The lab opens.”\n\n--- a/index.md\n+++ b/index.md\n@@ ")
    assert f"\n+{NEW}\n" in out
    assert site.state == before


def test_several_changes_are_listed_in_the_message(site: GitSite) -> None:
    site.add_news()
    site.call("news", "edit", "--in", str(site.page), "3", "--text", "One paper accepted by POLAR.")
    site.publish()
    assert site.git("log", "-1", "--format=%B") == (
        "Update index.md: 2 changes\n\n"
        "- Add news item “The lab opens.”\n"
        "- Change news item “One paper accepted by ICE.”"
    )


def test_what_was_taken_back_is_neither_committed_nor_named(site: GitSite) -> None:
    site.add_news("A slip.")
    site.call("news", "remove", "--in", str(site.page), "1")
    site.add_news()
    site.publish()
    assert site.subject == "Add news item “The lab opens.”"
    assert site.committed == [f"+{NEW}"]


def test_all_taken_back_leaves_nothing_to_publish(site: GitSite) -> None:
    site.add_news()
    site.call("news", "remove", "--in", str(site.page), "1")
    assert site.publish()[1].startswith("nothing to publish")


def test_the_users_own_message_is_taken_as_it_is(site: GitSite) -> None:
    site.add_news()
    site.publish("--message", "# 1 item\n\nNews of May")
    assert site.git("log", "-1", "--format=%B") == "# 1 item\n\nNews of May"


def test_an_empty_message_is_refused(site: GitSite) -> None:
    site.add_news()
    assert "a commit needs a message" in site.refused("--message", " ")


def test_other_files_staged_changed_or_new_stay_as_they_are(site: GitSite) -> None:
    (site.root / "cv.md").write_text("Old\n")
    site.commit_all("CV")
    (site.root / "cv.md").write_text("New\n")
    (site.root / "staged.md").write_text("Staged\n")
    (site.root / "loose.md").write_text("Loose\n")
    site.git("add", "staged.md")
    site.add_news()
    site.publish()
    assert site.git("show", "--format=", "--name-only", "HEAD") == "index.md"
    assert site.status == [" M cv.md", "A  staged.md", "?? loose.md"]


def test_other_lines_of_the_same_file_stay_uncommitted(site: GitSite) -> None:
    site.page.write_text(PAGE.replace("small lakes", "large lakes"))
    site.add_news()
    site.page.write_text(site.page.read_text().replace("ada@", "hello@"))
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.status == [" M index.md"]
    assert "large lakes" in site.page.read_text()
    assert "hello@" in site.page.read_text()


def test_a_line_next_to_another_programs_is_told_from_it(site: GitSite) -> None:
    site.page.write_text(PAGE.replace("The FROST data set is out.", "The FROST data set is out now."))
    site.add_news()
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert "+- *2026.03*: The FROST data set is out now." in site.git("diff").splitlines()


def test_what_the_user_made_of_a_saved_line_elsewhere_goes_with_it(site: GitSite) -> None:
    site.add_news()
    site.page.write_text(site.page.read_text().replace("The lab opens.", "The **lab** opens."))
    site.publish()
    assert site.committed == ["+- *2026.05*: The **lab** opens."]
    assert site.status == []


def test_a_saved_line_that_the_user_deleted_elsewhere_is_not_published(site: GitSite) -> None:
    site.add_news()
    site.page.write_text(PAGE.replace("small", "large"))
    assert site.publish()[1].startswith("nothing to publish")
    assert site.status == [" M index.md"]


def test_staged_lines_of_the_same_file_stay_staged(site: GitSite) -> None:
    site.page.write_text(PAGE.replace("small lakes", "large lakes"))
    site.git("add", "index.md")
    site.add_news()
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.status == ["M  index.md"]
    assert "+I measure ice on large lakes." in site.git("diff", "--cached").splitlines()


def test_a_change_that_was_staged_by_hand_is_committed_once(site: GitSite) -> None:
    site.add_news()
    site.git("add", "index.md")
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.status == []


def test_a_change_that_was_committed_by_hand_is_not_published_again(site: GitSite) -> None:
    site.add_news()
    site.commit_all("By hand")
    assert site.publish()[1].startswith("nothing to publish")
    site.add_news("A talk in June.", "2026-06")
    site.publish()
    assert site.subject == "Add news item “A talk in June.”"
    assert site.committed == ["+- *2026.06*: A talk in June."]


def test_a_new_file_and_a_removed_one_are_committed(site: GitSite) -> None:
    (site.root / "_posts").mkdir()
    (site.root / "_posts" / "2025-01-01-first.md").write_text("---\ntitle: First\n---\nHello.\n")
    site.commit_all("A post")
    code, _, complaints = site.call("new", "post", "--in", str(site.root), "--title", "Ice", "--date", "2026-05-01")
    assert code == 0, complaints
    site.publish()
    assert site.git("show", "--format=", "--name-status", "HEAD") == "A\t_posts/2026-05-01-ice.md"
    assert site.status == []


def test_the_file_keeps_its_mode(site: GitSite) -> None:
    site.page.chmod(0o755)
    site.commit_all("Mode")
    site.page.chmod(0o644)
    site.add_news()
    site.publish()
    assert site.git("ls-tree", "HEAD", "index.md").startswith("100755 ")


def test_line_ends_are_committed_as_git_converts_them(site: GitSite) -> None:
    (site.root / ".gitattributes").write_text("*.md text eol=crlf\n")
    site.page.write_bytes(PAGE.replace("\n", "\r\n").encode())
    site.commit_all("Line ends")
    site.add_news()
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.status == []


@pytest.mark.parametrize("setting", ["true", "input"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_line_ends_that_git_would_not_have_written_are_none_of_the_changes(
    site: GitSite, setting: str, ends: str
) -> None:
    site.git("config", "core.autocrlf", setting)
    site.page.write_bytes(PAGE.replace("\n", ends).encode())
    site.add_news()
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.page.read_bytes() == PAGE.replace("# News\n\n", f"# News\n\n{NEW}\n", 1).replace("\n", ends).encode()


def test_the_users_filters_run(site: GitSite) -> None:
    site.git("config", "filter.shout.clean", "sed s/opens/OPENS/")
    (site.root / ".gitattributes").write_text("*.md filter=shout\n")
    site.commit_all("Filter")
    site.add_news()
    site.publish()
    assert site.committed == ["+- *2026.05*: The lab OPENS."]


def test_hooks_see_the_commit_and_nothing_else(site: GitSite) -> None:
    site.hook("pre-commit", "git diff --cached --name-only > seen")
    (site.root / "staged.md").write_text("Staged\n")
    site.git("add", "staged.md")
    site.add_news()
    assert site.publish()[0] == 0
    assert (site.root / "seen").read_text() == "index.md\n"


def test_json_says_what_was_done(site: GitSite) -> None:
    site.add_news()
    out = json.loads(site.publish("--json")[1])
    assert out == {
        "action": "committed",
        "branch": "main",
        "message": "Add news item “The lab opens.”",
        "files": ["index.md"],
        "commit": site.git("rev-parse", "--short", "HEAD"),
        "pushed": False,
    }


# Trouble


def test_not_a_repository(site: GitSite) -> None:
    shutil.rmtree(site.root / ".git")
    code, _, complaint = site.publish()
    assert code == 4
    assert "this isn't in a git repository: make it one (git init" in complaint


def test_git_is_not_installed(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add_news()
    monkeypatch.setenv("PATH", "")
    assert site.publish() == (4, "", "profile-tui: git is not installed: install it, then publish again\n")


def test_a_broken_repository(site: GitSite) -> None:
    site.add_news()
    (site.root / ".git" / "config").write_text("[core\n")
    code, _, complaint = site.publish()
    assert code == 4
    assert "git cannot read this repository" in complaint


def test_an_empty_repository(tmp_path: Path, site: GitSite) -> None:
    shutil.rmtree(site.root / ".git")
    site.git("init", "--quiet", "--initial-branch=main")
    site.add_news()
    assert "has no commit yet: make the first one (git add . && git commit)" in site.refused()


def conflict(site: GitSite) -> None:
    """Make another branch that changed the same line."""
    site.git("checkout", "--quiet", "-b", "draft")
    site.page.write_text(PAGE.replace("small lakes", "large lakes"))
    site.commit_all("Large")
    site.git("checkout", "--quiet", "main")
    site.page.write_text(PAGE.replace("small lakes", "cold lakes"))
    site.commit_all("Cold")
    site.add_news()
    site.git("stash", "--quiet")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("merge", "draft"),
            "a merge is under way in this repository: finish it (git merge --continue), or give it up",
        ),
        (("rebase", "draft"), "a rebase is under way in this repository: finish it (git rebase --continue)"),
        (("cherry-pick", "draft"), "a cherry-pick is under way in this repository"),
        (("revert", "HEAD~1"), "a revert is under way"),
    ],
)
def test_something_is_under_way(site: GitSite, words: tuple[str, ...], told: str) -> None:
    conflict(site)
    if words[0] == "revert":
        site.git("revert", "--no-commit", "HEAD", check=False)
    else:
        site.git(*words, check=False)
    complaint = site.refused()
    assert told in complaint
    assert KEPT in complaint


def test_conflicts_of_a_stash(site: GitSite) -> None:
    site.add_news()
    site.git("stash", "--quiet")
    site.page.write_text(PAGE.replace("# News\n", "# News\n\n- *2026.07*: Snow.", 1))
    site.commit_all("Snow")
    site.git("stash", "pop", "--quiet", check=False)
    assert "index.md has conflicts: resolve them and `git add` the file" in site.refused()


def test_a_detached_head(site: GitSite) -> None:
    site.git("checkout", "--quiet", "--detach")
    site.add_news()
    assert "no branch is checked out (detached HEAD): switch to one (git switch main)" in site.refused()


def test_no_identity(site: GitSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add_news()
    own_identity(tmp_path, monkeypatch, known=False)
    assert "git does not know who you are: git config --global user.name" in site.refused()


@pytest.mark.parametrize("name", ["pre-commit", "commit-msg"])
def test_a_failing_hook(site: GitSite, name: str) -> None:
    site.hook(name, "echo 'no news on Sundays' >&2; exit 1")
    site.add_news()
    assert site.refused() == "profile-tui: a hook refused the commit: no news on Sundays; nothing was committed\n"
    (site.root / ".git" / "hooks" / name).unlink()
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]


def test_a_commit_that_cannot_be_signed(site: GitSite) -> None:
    site.git("config", "commit.gpgSign", "true")
    site.git("config", "gpg.program", "false")
    site.add_news()
    assert "git refused the commit: " in site.refused()


@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_another_git_command_at_work(site: GitSite, name: str) -> None:
    site.add_news()
    lock = site.root / ".git" / name
    lock.write_text("")
    complaint = site.refused()
    assert f"another git command is running, or was killed: wait for it, or if none runs delete {lock}" in complaint


def test_an_ignored_file(site: GitSite) -> None:
    (site.root / "_posts").mkdir()
    (site.root / "_posts" / "2025-01-01-first.md").write_text("---\ntitle: First\n---\nHello.\n")
    (site.root / ".gitignore").write_text("_posts/2026*\n")
    site.commit_all("A post")
    assert site.call("new", "post", "--in", str(site.root), "--title", "Ice", "--date", "2026-05-01")[0] == 0
    complaint = site.refused()
    assert "_posts/2026-05-01-ice.md isn't published: .gitignore excludes it" in complaint
    assert complaint.endswith("profile-tui: nothing was published; see the notes above\n")
    site.add_news()
    assert site.publish()[0] == 0
    assert site.git("show", "--format=", "--name-only", "HEAD") == "index.md"


def test_a_page_that_git_does_not_know(site: GitSite) -> None:
    site.git("rm", "--quiet", "--cached", "index.md")
    site.git("commit", "--quiet", "--message=Forget")
    site.add_news()
    assert "index.md isn't in git yet" in site.refused()
    site.git("add", "index.md")
    assert "index.md isn't in git yet: commit all of it yourself (git add index.md" in site.refused()


def test_a_submodule_is_published_first(site: GitSite, tmp_path: Path) -> None:
    inner = GitSite(tmp_path / "inner", site._capsys)
    site.git("submodule", "--quiet", "add", str(inner.root), "theme")
    site.commit_all("Theme")
    page = site.root / "theme" / "index.md"
    site.call("news", "add", "--in", str(page), "--date", "2026-05", "The lab opens.")
    complaint = site.refused()
    assert (
        "theme is a repository of its own (a submodule): publish it first, with profile-tui publish theme" in complaint
    )
    assert site.call("publish", str(site.root / "theme"))[0] == 0
    assert site.git("-C", "theme", "log", "-1", "--format=%s") == "Add news item “The lab opens.”"


def test_the_same_lines_changed_by_another_program(site: GitSite) -> None:
    site.add_news()
    text = site.page.read_text()
    mixed = f"- *2026.06*: Snow.\n{NEW}\n- *2026.04*: Ice.\n- *2026.03*: The FROST data set is OUT.\n"
    site.page.write_text(text.replace(f"{NEW}\n- *2026.03*: The FROST data set is out.\n", mixed))
    complaint = site.refused()
    assert "index.md: other changes are in the same lines as yours, so they can't be told apart" in complaint


def test_other_changes_staged_in_the_same_lines(site: GitSite) -> None:
    site.call("news", "edit", "--in", str(site.page), "1", "--text", "The FROST data set is open.")
    saved = site.page.read_text()
    site.page.write_text(PAGE.replace("FROST data set is out", "SNOW data set is out"))
    site.git("add", "index.md")
    site.page.write_text(saved)
    assert "you staged other changes in the same lines: commit them, or unstage them" in site.refused()


def test_a_new_file_that_is_gone_again_is_forgotten(site: GitSite) -> None:
    site.call("new", "page", "--in", str(site.root), "--title", "Ice")
    (site.root / "ice.md").unlink()
    assert site.publish()[1:] == ("nothing to publish: the last commit has all that profile-tui saved here\n", "")


def test_a_saved_file_that_was_deleted_since(site: GitSite) -> None:
    site.add_news()
    site.page.unlink()
    assert "index.md: it was saved here, and is deleted now: put it back" in site.refused()


# Between the diff and the commit


def test_a_change_after_the_diff_is_not_committed_unseen(site: GitSite) -> None:
    site.add_news()
    shown = plan(site.root)
    site.add_news("A talk in June.", "2026-06")
    with pytest.raises(Refused, match="changed since the diff was made: look at it again; nothing was committed"):
        commit(shown, shown.message)
    assert site.git("rev-list", "--count", "HEAD") == "1"


def test_another_programs_change_after_the_diff_stays_out(site: GitSite) -> None:
    site.add_news()
    shown = plan(site.root)
    site.page.write_text(site.page.read_text().replace("small", "large"))
    commit(shown, shown.message)
    assert site.committed == [f"+{NEW}"]
    assert site.status == [" M index.md"]


def test_a_commit_after_the_diff_makes_it_outdated(site: GitSite) -> None:
    site.add_news()
    shown = plan(site.root)
    (site.root / "cv.md").write_text("CV\n")
    site.git("add", "cv.md")
    site.git("commit", "--quiet", "--message=CV", "cv.md")
    with pytest.raises(Refused, match="files or the branch changed"):
        commit(shown, shown.message)
    assert site.subject == "CV"


def test_a_commit_while_the_hook_runs_is_not_taken_back(site: GitSite) -> None:
    site.hook(
        "pre-commit",
        "unset GIT_INDEX_FILE; rm .git/hooks/pre-commit; echo CV > cv.md; git add cv.md; "
        "git commit --quiet --message=CV cv.md",
    )
    site.add_news()
    code, _, complaint = site.publish()
    assert code == 4
    assert "nothing was committed" in complaint
    assert site.subject == "CV"
    assert site.git("show", "HEAD:cv.md") == "CV"
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]
    assert site.git("show", "HEAD:cv.md") == "CV"


def test_saves_of_two_runs_are_both_published(site: GitSite) -> None:
    site.add_news()
    site.add_news("A talk in June.", "2026-06")
    site.publish()
    assert site.committed == ["+- *2026.06*: A talk in June.", f"+{NEW}"]


# The remote


def test_pushed(site: GitSite) -> None:
    other = site.with_remote()
    site.add_news()
    code, out, complaints = site.publish("--push")
    assert (code, complaints) == (0, "")
    assert "refs/heads/main:refs/heads/main" in out
    other.git("pull", "--quiet")
    assert NEW in other.page.read_text()


def test_a_branch_that_was_never_pushed_gets_its_upstream(site: GitSite) -> None:
    site.with_remote()
    site.git("checkout", "--quiet", "-b", "draft")
    site.add_news()
    assert site.publish("--push")[0] == 0
    assert site.git("rev-parse", "--abbrev-ref", "@{upstream}") == "origin/draft"


def test_no_remote(site: GitSite) -> None:
    site.add_news()
    assert "there is no remote to push to: add one (git remote add origin URL)" in site.refused("--push")


def test_a_commit_that_was_not_pushed_is_pushed_later(site: GitSite) -> None:
    other = site.with_remote()
    site.add_news()
    site.publish()
    assert site.publish("--push")[0] == 0
    other.git("pull", "--quiet")
    assert NEW in other.page.read_text()
    assert site.publish("--push")[1].startswith("nothing to publish")


def test_a_rejected_push_keeps_the_commit_and_offers_to_rebase(site: GitSite) -> None:
    other = site.with_remote()
    (other.root / "cv.md").write_text("CV\n")
    other.commit_all("CV")
    other.git("push", "--quiet")
    site.add_news()
    code, _, complaint = site.publish("--push")
    assert code == 4
    name = site.git("rev-parse", "--short", "HEAD")
    assert f"committed {name}, but not pushed: the remote has commits that you don't have" in complaint
    assert "git pull --rebase" in complaint
    (site.root / "loose.md").write_text("Loose\n")
    site.page.write_text(site.page.read_text().replace("small", "large"))
    pull_rebase(site.root)
    assert site.publish("--push")[0] == 0
    assert site.git("log", "--format=%s", "origin/main") == "Add news item “The lab opens.”\nCV\nFirst"
    assert site.status == [" M index.md", "?? loose.md"]


def test_a_rebase_with_conflicts_leaves_all_as_it_was(site: GitSite) -> None:
    other = site.with_remote()
    other.page.write_text(PAGE.replace("# News\n", "# News\n\n- *2026.07*: Snow.", 1))
    other.commit_all("Snow")
    other.git("push", "--quiet")
    site.add_news()
    site.publish()
    before = site.state
    with pytest.raises(Refused, match="changed the same lines, so all was left as it was"):
        pull_rebase(site.root)
    assert site.state == before
    assert site.status == []


def test_a_rebase_does_not_touch_files_with_uncommitted_changes(site: GitSite) -> None:
    other = site.with_remote()
    other.page.write_text(PAGE.replace("ada@", "hello@"))
    other.commit_all("Address")
    other.git("push", "--quiet")
    site.page.write_text(PAGE.replace("small", "large"))
    before = site.state
    with pytest.raises(Refused, match="the remote changed it too, and you have uncommitted changes in it"):
        pull_rebase(site.root)
    assert site.state == before


def test_a_push_that_the_remote_declines_says_why(site: GitSite) -> None:
    other = site.with_remote()
    hook = other.root.parent / "remote.git" / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nprintf '\\033[31mfrozen until May\\n' >&2; exit 1\n")
    hook.chmod(0o755)
    site.add_news()
    code, _, complaint = site.publish("--push")
    assert code == 4
    assert "committed " in complaint
    assert "declined" in complaint
    assert "\x1b" not in complaint
    assert site.subject == "Add news item “The lab opens.”"


def test_a_remote_that_cannot_be_reached(site: GitSite) -> None:
    site.with_remote()
    shutil.rmtree(site.root.parent / "remote.git")
    site.add_news()
    code, _, complaint = site.publish("--push")
    assert code == 4
    assert "but not pushed: " in complaint


# The record


def test_a_save_outside_of_git_is_not_remembered(site: GitSite, own_state: Path) -> None:
    shutil.rmtree(site.root / ".git")
    site.add_news()
    assert not (own_state / "profile-tui" / "unpublished").exists()


def test_a_refused_save_is_not_remembered(site: GitSite, own_state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise Refused("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("profile_tui.workspace.disk.transaction.commit", full)
        assert site.call("news", "add", "--in", str(site.page), "Snow.")[0] == 4
    assert list((own_state / "profile-tui" / "unpublished").glob("*/*.json")) == []


def test_damaged_records_are_passed_over(site: GitSite, own_state: Path) -> None:
    site.add_news()
    (folder,) = (own_state / "profile-tui" / "unpublished").iterdir()
    for number, text in enumerate(["", "[]", '{"version": 1, "files": [["a", 1, 2, 3]]}', '{"version": 9}']):
        (folder / f"{number}.json").write_text(text)
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]


def test_a_state_folder_that_cannot_be_written_stops_no_save(site: GitSite, own_state: Path) -> None:
    (own_state / "profile-tui").mkdir()
    (own_state / "profile-tui" / "unpublished").write_text("in the way")
    site.add_news()
    assert NEW in site.page.read_text()


@pytest.mark.parametrize("name", ["my page.md", ":lake.md", "ünïcode [1].md", "a*b?.md", "-dash.md"])
def test_odd_names_of_files(site: GitSite, name: str) -> None:
    (site.root / name).write_text(PAGE)
    site.commit_all("Page")
    (site.root / "aXb1.md").write_text("other\n")
    site.git("add", "aXb1.md")
    code, _, complaints = site.call("news", "add", "--in", str(site.root / name), "--date", "2026-05", "The lab opens.")
    assert code == 0, complaints
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]
    assert site.git("show", "--format=", "--name-only", "-z", "HEAD").rstrip("\0") == name
    assert site.status == ["A  aXb1.md"]


def test_a_linked_work_tree_publishes_to_its_own_branch(site: GitSite) -> None:
    site.git("worktree", "add", "--quiet", "-b", "draft", "../draft")
    page = site.root.parent / "draft" / "index.md"
    site.call("news", "add", "--in", str(page), "--date", "2026-05", "The lab opens.")
    assert site.publish()[1].startswith("nothing to publish")
    assert site.call("publish", str(page))[0] == 0
    assert site.git("log", "-1", "--format=%s", "draft") == "Add news item “The lab opens.”"
    assert site.subject == "First"


def test_a_site_below_the_top_of_its_repository(site: GitSite) -> None:
    folder = site.root / "web"
    folder.mkdir()
    (folder / "_config.yml").write_text("title: Ada Example\n")
    (folder / "index.md").write_text(PAGE)
    site.commit_all("Web")
    site.call("news", "add", "--in", str(folder), "--date", "2026-05", "The lab opens.")
    assert site.call("publish", str(folder))[0] == 0
    assert site.committed == [f"+{NEW}"]
    assert site.git("show", "--format=", "--name-only", "HEAD") == "web/index.md"


# Beside other programs, and after a kill


def test_what_a_killed_save_did_not_do_is_not_published(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: object) -> None:
        raise Refused("killed")

    with monkeypatch.context() as patch:
        patch.setattr(transaction, "commit", killed)
        patch.setattr(record, "forget", lambda _: None)
        assert site.call("news", "edit", "--in", str(site.page), "1", "--text", "No such line.")[0] == 4
    site.page.write_text(PAGE.replace("The FROST data set is out.", "By hand."))
    assert site.publish()[1].startswith("nothing to publish")
    site.add_news()
    site.publish()
    assert site.committed == [f"+{NEW}"]


def test_what_is_saved_while_others_publish_is_published_next(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add_news("The first.")
    real = transaction.commit

    def slow(changes: Iterable[FileChange]) -> None:
        publication = plan(site.root)
        commit(publication, publication.message)
        real(changes)

    with monkeypatch.context() as patch:
        patch.setattr(transaction, "commit", slow)
        site.add_news()
    assert site.committed == ["+- *2026.05*: The first."]
    site.publish()
    assert site.committed == [f"+{NEW}"]
    assert site.status == []


def test_a_commit_of_the_same_file_that_came_between_is_not_staged_back(site: GitSite) -> None:
    site.hook(
        "pre-commit",
        "unset GIT_INDEX_FILE; rm .git/hooks/pre-commit; git commit --quiet --all --message=Theirs",
    )
    site.add_news()
    assert site.publish()[0] == 4
    assert site.subject == "Theirs"
    assert site.committed == [f"+{NEW}"]
    assert site.status == []


def test_of_two_that_publish_the_second_waits(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add_news()
    monkeypatch.setattr(taking_turns, "_PAUSES", 2)
    with taking_turns.turn([site.root / ".git"]):
        assert "another profile-tui is saving here" in site.refused()
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]


def test_what_a_killed_run_left_in_the_repository_goes(site: GitSite) -> None:
    left = site.root / ".git/profile-tui-0x"
    left.mkdir()
    (left / "index").touch()
    site.add_news()
    site.publish()
    assert list((site.root / ".git").glob("profile-tui-*")) == []


@pytest.mark.parametrize("call", ["mkdtemp", "copyfile"])
def test_a_repository_that_cannot_be_written_is_told(call: str, site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    site.add_news()
    with monkeypatch.context() as patch:
        patch.setattr(tempfile if call == "mkdtemp" else shutil, call, full)
        assert "git can't write in this repository: the disk is full; nothing was committed" in site.refused()
    assert list((site.root / ".git").glob("profile-tui-*")) == []
    assert site.publish()[0] == 0
