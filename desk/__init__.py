"""The trustee's desk: every command that helps people keep a plan, and all code that writes its files."""
