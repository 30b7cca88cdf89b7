"""A save and its publication in repositories that are not as one expects, with real git: a clear word, the work kept.

The more usual troubles (something under way, conflicts, hooks, identity, locks, remotes) are in
`tests/unit/test_publish.py`; together they are more than forty kinds.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from profile_tui.text.errors import Refused
from profile_tui.workspace.publishing.commit import pull_rebase
from support.git_site import PAGE, GitSite, own_identity

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

NEW = "- *2026.05*: The lab opens."
WITH_NEW = PAGE.replace("# News\n\n", f"# News\n\n{NEW}\n", 1)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> GitSite:
    own_identity(tmp_path, monkeypatch)
    return GitSite(tmp_path / "site", capsys)


def _published(site: GitSite) -> None:
    """The new item is committed and pushed, and nothing else is."""
    code, _, complaints = site.publish("--push")
    assert (code, complaints) == (0, "")
    assert site.committed == [f"+{NEW}"]
    assert site.git("rev-parse", "HEAD") == site.git("ls-remote", "origin", "refs/heads/main").split()[0]


def _cloned(site: GitSite, *words: str) -> None:
    """Make the site a clone of its own remote, in another way than usual."""
    remote = site.root.parent / "remote.git"
    site.git("clone", "--quiet", "--bare", ".", str(remote))
    shutil.rmtree(site.root)
    site.root.mkdir()
    site.git("clone", "--quiet", *words, f"file://{remote}", ".")


def test_a_shallow_clone(site: GitSite) -> None:
    site.page.write_text(PAGE)
    for number in range(3):
        (site.root / "cv.md").write_text(f"{number}\n")
        site.commit_all(str(number))
    _cloned(site, "--depth=1")
    site.add_news()
    _published(site)
    assert site.git("rev-parse", "--is-shallow-repository") == "true"


def test_a_partial_clone(site: GitSite) -> None:
    site.git("config", "uploadpack.allowFilter", "true")
    _cloned(site, "--filter=blob:none")
    site.add_news()
    _published(site)


def test_a_sparse_checkout(site: GitSite) -> None:
    (site.root / "big").mkdir()
    (site.root / "big" / "data.md").write_text("Data\n")
    site.commit_all("Data")
    _cloned(site)
    site.git("sparse-checkout", "set", "--no-cone", "/*", "!/big/")
    assert not (site.root / "big").exists()
    site.add_news()
    _published(site)
    assert site.git("show", "HEAD:big/data.md") == "Data"


def test_lines_that_git_converts(site: GitSite) -> None:
    _cloned(site, "--config=core.autocrlf=true")
    assert b"\r\n" in site.page.read_bytes()
    site.add_news()
    assert site.page.read_bytes() == WITH_NEW.replace("\n", "\r\n").encode()
    _published(site)
    assert site.git("cat-file", "blob", "HEAD:index.md").encode() == WITH_NEW.strip().encode()


def test_a_filter_whose_program_is_missing(site: GitSite) -> None:
    (site.root / ".gitattributes").write_text("*.md filter=lfs\n")
    site.commit_all("Large files")
    site.git("config", "filter.lfs.clean", "no-such-git-lfs clean -- %f")
    site.git("config", "filter.lfs.required", "true")
    site.add_news()
    assert "failed: " in site.refused()
    assert site.page.read_text() == WITH_NEW


def test_a_pointer_in_the_place_of_a_page(site: GitSite) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 1234\n"
    site.page.write_text(pointer)
    code, out, complaint = site.call("news", "add", "--in", str(site.page), "--date", "2026-05", "The lab opens.")
    assert (code, out) == (3, "")
    assert "this is a Git LFS pointer, not the file itself: git lfs pull brings it" in complaint
    assert site.page.read_text() == pointer


def test_a_repository_of_somebody_else(site: GitSite, monkeypatch: pytest.MonkeyPatch) -> None:
    site.add_news()
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    code, out, complaint = site.publish()
    assert (code, out) == (4, "")
    assert "belongs to another user" in complaint
    assert "safe.directory" in complaint
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    assert site.publish()[0] == 0


def test_a_bare_repository_has_no_files_to_publish(site: GitSite) -> None:
    bare = site.root.parent / "bare.git"
    site.git("clone", "--quiet", "--bare", ".", str(bare))
    code, out, complaint = site.call("publish", str(bare))
    assert (code, out) == (4, "")
    assert "this isn't in a git repository" in complaint


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_repository_that_may_not_be_written(site: GitSite) -> None:
    site.add_news()
    folder = site.root / ".git"
    folder.chmod(0o500)
    try:
        complaint = site.refused()
    finally:
        folder.chmod(0o700)
    assert "permission denied" in complaint.casefold()


def test_a_git_folder_that_takes_no_objects(site: GitSite) -> None:
    site.add_news()
    objects = site.root / ".git" / "objects"
    kept = objects.with_name("kept")
    objects.rename(kept)
    objects.write_text("")
    code, out, complaint = site.publish()
    assert (code, out) == (4, "")
    assert "Traceback" not in complaint
    assert complaint.count("\n") == 1
    objects.unlink()
    kept.rename(objects)
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]


def test_a_file_that_the_remote_deleted(site: GitSite) -> None:
    other = site.with_remote()
    other.git("rm", "--quiet", "index.md")
    other.git("commit", "--quiet", "--message=Away")
    other.git("push", "--quiet")
    site.add_news()
    assert "but not pushed: the remote has commits that you don't have" in site.publish("--push")[2]
    before = site.state
    with pytest.raises(Refused, match="all was left as it was"):
        pull_rebase(site.root)
    assert site.state == before
    assert site.page.read_text() == WITH_NEW


def test_a_file_that_the_remote_renamed_takes_the_change_along(site: GitSite) -> None:
    other = site.with_remote()
    other.git("mv", "index.md", "home.md")
    other.git("commit", "--quiet", "--message=Move")
    other.git("push", "--quiet")
    site.add_news()
    assert site.publish()[0] == 0
    pull_rebase(site.root)
    assert (site.root / "home.md").read_text() == WITH_NEW
    assert not site.page.exists()
    assert site.publish("--push")[0] == 0
    assert site.git("show", "origin/main:home.md") == WITH_NEW.strip()


def test_a_remote_branch_that_is_gone(site: GitSite) -> None:
    site.with_remote()
    site.git("checkout", "--quiet", "-b", "draft")
    site.git("push", "--quiet", "--set-upstream", "origin", "draft")
    site.git("push", "--quiet", "origin", "--delete", "draft")
    site.add_news()
    assert site.publish()[0] == 0
    code, _, complaint = site.publish("--push")
    assert (code, complaint) == (0, "")
    assert site.git("ls-remote", "--heads", "origin", "draft") != ""


def test_several_remotes_and_none_is_the_usual_one(site: GitSite) -> None:
    site.git("remote", "add", "one", "/nowhere")
    site.git("remote", "add", "two", "/nowhere")
    site.add_news()
    code, out, complaint = site.publish("--push")
    assert (code, out) == (4, "")
    assert "there are several remotes: say which one (git push --set-upstream one main)" in complaint
    assert site.git("rev-list", "--count", "HEAD") == "1", "nothing is committed where it cannot be pushed"
    assert site.page.read_text() == WITH_NEW


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_a_page_that_git_is_told_not_to_look_at(site: GitSite, flag: str) -> None:
    site.git("update-index", flag, "index.md")
    site.add_news()
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]


def test_a_page_that_is_announced_but_not_added(site: GitSite) -> None:
    site.git("rm", "--quiet", "--cached", "index.md")
    site.git("commit", "--quiet", "--message=Out")
    site.git("add", "--intent-to-add", "index.md")
    site.add_news()
    code, out, complaint = site.publish()
    assert (code, out) == (4, "")
    assert "index.md isn't in git yet: commit all of it yourself" in complaint
    assert site.page.read_text() == WITH_NEW


def test_a_page_that_is_a_link_within_the_repository(site: GitSite) -> None:
    (site.root / "pages").mkdir()
    site.git("mv", "index.md", "pages/home.md")
    (site.root / "index.md").symlink_to("pages/home.md")
    site.commit_all("Link")
    site.add_news()
    assert site.publish()[0] == 0
    assert site.git("show", "--format=", "--name-only", "HEAD") == "pages/home.md"
    assert site.committed == [f"+{NEW}"]
    assert (site.root / "index.md").is_symlink()


def test_a_branch_whose_upstream_is_another_branch_here(site: GitSite) -> None:
    site.git("checkout", "--quiet", "-b", "draft", "--track", "main")
    site.add_news()
    assert site.publish()[0] == 0
    assert site.git("rev-parse", "main") == site.git("rev-parse", "HEAD^")


def test_an_unborn_branch(site: GitSite) -> None:
    site.git("checkout", "--quiet", "--orphan", "new")
    site.add_news()
    assert "this repository has no commit yet" in site.refused()
    assert site.page.read_text() == WITH_NEW


def test_a_hook_that_changes_the_page(site: GitSite) -> None:
    site.hook("pre-commit", "sed -i 's/small/cold/' index.md")
    site.add_news()
    assert site.publish()[0] == 0
    assert site.committed == [f"+{NEW}"]
    assert site.status == [" M index.md"], "what the hook did is the owner's to commit"


def test_a_rebase_that_was_begun_while_the_editor_ran(site: GitSite) -> None:
    site.add_news()
    site.git("stash", "--quiet")
    site.git("checkout", "--quiet", "-b", "draft")
    site.page.write_text(PAGE.replace("small", "large"))
    site.commit_all("Large")
    site.git("checkout", "--quiet", "main")
    site.page.write_text(PAGE.replace("small", "cold"))
    site.commit_all("Cold")
    site.git("rebase", "draft", check=False)
    code, out, complaint = site.call("news", "add", "--in", str(site.page), "--date", "2026-06", "Snow.")
    assert (code, out) == (4, "")
    assert "merge conflict" in complaint
    assert "a rebase is under way in this repository" in site.refused()


def test_a_save_is_undone_after_it_was_published(site: GitSite) -> None:
    site.add_news()
    assert site.publish()[0] == 0
    assert site.call("undo", "--in", str(site.page))[0] == 0
    assert site.page.read_text() == PAGE
    assert site.publish()[0] == 0
    assert site.committed == [f"-{NEW}"]


def test_a_save_is_undone_on_a_branch_that_does_not_have_it(site: GitSite) -> None:
    site.add_news()
    assert site.publish()[0] == 0
    site.git("checkout", "--quiet", "-b", "old", "HEAD^")
    code, _, complaint = site.call("undo", "--in", str(site.page))
    assert code == 4
    assert "the saved changes are not in the files any more" in complaint
    assert site.page.read_text() == PAGE
