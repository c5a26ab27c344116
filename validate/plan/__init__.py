"""The plan as one linked tree of entries, and what is made from it alone: what an audience sees, and the tables."""
