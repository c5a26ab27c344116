"""The check: files to records, tables, model and rules. Knows nothing of the website."""
