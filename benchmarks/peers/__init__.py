"""The smallest programs that do what is measured."""
