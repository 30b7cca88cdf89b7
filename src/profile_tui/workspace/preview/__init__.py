"""Looking at the site as it will be: its own generator is run, and only when the user asks for it."""
