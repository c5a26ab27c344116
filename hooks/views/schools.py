"""The schools: all of them by when they belonged to the trust."""
