"""How statuses and verdicts came about, each by the rule that is published."""
