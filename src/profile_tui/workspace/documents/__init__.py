"""An open file: what it holds now, what it held, what differs from the disk."""
