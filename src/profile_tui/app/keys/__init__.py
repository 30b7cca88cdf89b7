"""What a command is, and the registry that gives screens their keys, footers and help."""
