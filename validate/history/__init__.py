"""What became of a plan between two days, or two states of its files."""
