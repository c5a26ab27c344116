"""The tests of the check and of the site."""
