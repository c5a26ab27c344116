"""One module for each command: its options in `add`, what it does in `run`."""
