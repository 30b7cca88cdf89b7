"""Which of the authors the user is: as the page shows, else as the configuration says, else as the user was asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from profile_tui.content.entries.entry import Entry, Values, authors_in
from profile_tui.text.errors import Unreadable
from profile_tui.workspace import settings

if TYPE_CHECKING:
    from profile_tui.site.repository.site import Site


class Owner:
    """The user, as one of the authors of publications.

    Attributes:
        asked: Whether the user was asked, and is not to be asked again while this page is open.
        problem: What is wrong with the settings, in one line; empty where nothing is, or they were not needed.
    """

    def __init__(self, site: Site | None) -> None:
        """The owner of a site, or of a page that stands alone."""
        self.asked = False
        self.problem = ""
        self._site = site
        self._kept: tuple[str, ...] | None = None
        self._told: tuple[Sequence[Entry], list[str], bool] = ((), [], False)

    def names(self, entries: Sequence[Entry]) -> list[str]:
        """The names that are set off among the authors of a new publication.

        Args:
            entries: The publications of the page: they tell first, also that no name is to be set off.
        """
        names_found, nobody = self._tells(entries)
        if names_found or nobody:
            return names_found
        return [*(self._site.owners if self._site else ()), *self._names()]

    def marked(self, values: Values, entries: Sequence[Entry]) -> Values:
        """The values of a publication, with the owner told from the other authors."""
        people = authors_in(values)
        from profile_tui.content.publications.names.self_author import marked

        return {**values, "authors": marked(people, self.names(entries))} if people else values

    def unknown(self, values: Values, entries: Sequence[Entry]) -> tuple[str, ...]:
        """The authors to choose from where nothing tells which of them the user is; none where it need not be asked."""
        people = authors_in(values)
        if self.asked or any(author.is_self for author in people) or self._tells(entries)[1] or self.names(entries):
            return ()
        return () if self.problem else tuple(dict.fromkeys(author.name for author in people))

    def learn(self, name: str) -> None:
        """Takes a name over, and keeps it in the settings.

        Raises:
            AppError: It could not be kept; it counts all the same while this page is open.
        """
        self.asked = True
        self._kept = (*self._names(), name)
        settings.keep_name(name)

    def read_again(self) -> None:
        """Let the settings hold as they are now."""
        self._kept, self.problem = None, ""

    def _tells(self, entries: Sequence[Entry]) -> tuple[list[str], bool]:
        """The names that a page sets off, and whether it shows that it sets off none; the last answer is kept."""
        if self._told[0] is not entries:
            from profile_tui.content.publications.names.self_author import own_names

            self._told = (entries, own_names(entries), _sets_off_nobody(entries))
        return self._told[1:]

    def _names(self) -> tuple[str, ...]:
        """The names in the settings, read once."""
        if self._kept is None:
            try:
                self._kept = settings.names()
            except Unreadable as error:
                self._kept, self.problem = (), str(error)
        return self._kept


def _sets_off_nobody(entries: Sequence[Entry]) -> bool:
    """Whether the page's lists of authors show that it sets off no name."""
    several = [(people, entry) for entry in entries if len(people := authors_in(entry.values)) > 1]
    set_off = (entry for people, entry in several if any(author.is_self for author in people))
    if any("with" not in entry.frame for entry in set_off):
        return False
    return any("with" not in entry.frame for _, entry in several)  # one is enough, and no more are asked
