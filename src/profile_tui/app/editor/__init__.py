"""The application itself: the screens it opens, what goes on beside the keys, and drafts of an earlier run."""
