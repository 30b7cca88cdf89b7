"""The commands, one class each, which register themselves. Nothing else is in this folder."""
