"""What templates are given: small frozen views, worked out in Python."""
