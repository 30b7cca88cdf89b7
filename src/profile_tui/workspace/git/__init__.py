"""What git knows of the repository around a page, asked without running anything of that repository."""
