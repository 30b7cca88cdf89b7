"""A minimal Textual application to type in: one Input."""

from textual.app import App, ComposeResult
from textual.widgets import Input


class OneInput(App[None]):
    """One field."""

    def compose(self) -> ComposeResult:
        """The field, which has the cursor from the start."""
        yield Input(placeholder="Type here")


OneInput().run()
