"""A Jekyll repository: its configuration, template and home page, and what is wrong with its pages."""
