"""What the tests lean on: referees from outside this project, and helpers."""
