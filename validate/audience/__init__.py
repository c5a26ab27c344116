"""What each audience may see of a plan, decided once, on the files."""
