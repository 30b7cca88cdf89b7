"""Going from the page to another file of the repository and back, and to files that are yet to be created."""

from __future__ import annotations

import os
from collections.abc import Awaitable
from pathlib import Path
from typing import TYPE_CHECKING

from profile_tui.app.editor.background import Background
from profile_tui.app.screens.main import MainScreen
from profile_tui.text.catalogue import _

if TYPE_CHECKING:
    from profile_tui.app.screens.jump import JumpTarget
    from profile_tui.app.screens.search import Goal
    from profile_tui.content.entries.kind import Kind


class Navigation(Background):
    """Shows other files above the page, one at a time."""

    def jump(self, *, only_new: bool = False) -> Awaitable[object]:
        """Ask which file to go to, or with `only_new` what to create, and go there."""
        from profile_tui.app.screens.jump import JumpScreen

        return self.push_screen(JumpScreen(self.session, only_new=only_new), self._go_to)

    def _go_to(self, target: JumpTarget | None) -> None:
        """Go to what was chosen."""
        from profile_tui.app.forms.create import CreateForm
        from profile_tui.site.creation.create import NewFile
        from profile_tui.site.repository.listing import SiteFile

        if isinstance(target, SiteFile):
            self.open_file(target.name)
        elif isinstance(target, NewFile):
            self.main.open_form(CreateForm(self.session, target))
        elif target is not None:
            self.leave_file()

    def open_file(self, name: str) -> None:
        """Show a file of the repository above the page, in the place of another one; the page itself is gone back to.

        Args:
            name: Its path relative to the root.
        """
        from profile_tui.site.repository.locate import Target
        from profile_tui.text.errors import AppError

        home = self.home.session.target
        if home.root is None or home.site is None:
            return
        path = Path(home.root, name)
        if os.path.realpath(path) == os.path.realpath(home.page):
            self.leave_file()
            return
        try:
            session = self.home.session.beside(Target(path, name, home.root, home.site))
        except AppError as error:
            self.main.say(str(error), wrong=True)
            return
        if session.gone:
            self.main.say(_("{name} will be removed when you save; u brings it back.").format(name=name))
            return
        if self.main is self.home:
            self.push_screen(MainScreen(session))
        else:
            self.switch_screen(MainScreen(session))
        self.call_after_refresh(self.check_page)

    def search(self) -> Awaitable[object]:
        """Ask for words, and go to what of the site has them."""
        from profile_tui.app.screens.search import SearchScreen

        return self.push_screen(SearchScreen(self.home.session), self._go_to_found)

    def _go_to_found(self, goal: Goal | None) -> None:
        """Go to what was chosen, from whatever is above the page; what was typed there is kept."""
        from profile_tui.app.screens.fields_screen import FieldsScreen
        from profile_tui.app.views.whole_site import Hit

        if goal is None:
            return
        while not isinstance(self.screen, MainScreen):
            if isinstance(self.screen, FieldsScreen):
                self.screen.leave()
            else:
                self.screen.dismiss(None)
        if isinstance(goal, Hit):
            self.leave_file()
            self.home.show_kind(goal.view, goal.key)
            return
        self.open_file(goal.name)
        if self.main is not self.home:
            self.main.call_after_refresh(self._show_spot, goal.offset)

    def _show_spot(self, offset: int) -> None:
        """Highlight what is at an offset of the file that is shown."""
        self.main.show_spot(self.main.session.document, offset)

    def leave_file(self) -> None:
        """Go back to the page, to where one was there."""
        if self.main is self.home:
            return
        self.pop_screen()
        self.home.show_page()
        self.check_page()

    def new_on_page(self, kind: Kind) -> Awaitable[object]:
        """Go back to the page, and open the form of a new entry there."""
        self.leave_file()
        return self.home.open_new(kind)

    def main_changed(self) -> None:
        """Show what a step back or forth made; a file that it took away gives way to the page."""
        if self.session.gone and self.session.home:
            self.leave_file()
        self.main.after_change()
