"""What forms ask for, and the change that they make of it. One generic screen draws them all."""
