"""The editor: screens, widgets and commands over the engine below. It holds no rule about pages."""
