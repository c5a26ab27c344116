"""The plan as rules and pages see it: frozen, linked and free of any clock."""
