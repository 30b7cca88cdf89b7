"""Writing: how a list writes its publications, and the source of a field changed in its place."""
