"""A Jekyll repository: its root, configuration, home page, files and includes."""
