"""The parts that screens are made of. Those that show a file's text draw line by line: only what changed is sent."""
