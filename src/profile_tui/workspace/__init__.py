"""Open files: change sets, undo, drafts, and the only code that writes a file."""
