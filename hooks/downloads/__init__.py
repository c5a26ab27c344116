"""The plan as data that anybody can download: tables, their description, and one nested file."""
