"""What checks are, and running them over a page or a whole repository."""
