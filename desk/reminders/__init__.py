"""One reminder for each role, and keeping it as an issue on the Git host."""
