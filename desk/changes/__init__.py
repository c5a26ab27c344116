"""What changed, in words, for a terminal, a pull request and programs."""
