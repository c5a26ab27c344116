"""Rules that look across a plan: a module for each subject, in which a rule is a function marked with its code."""
