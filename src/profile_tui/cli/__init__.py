"""The command line: the engine without a screen. Never imports Textual."""
