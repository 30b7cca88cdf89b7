"""What the screens share, without a screen: the open files, what was typed and not applied, the user's own editor."""
