"""What `trustplan report` needs: options, questions, and the entry that a report becomes."""
