"""Names: the forms in which lists write people, what joins them, and who is the owner."""
