"""The website: plain functions that turn the checked plan into pages, and one file that speaks to MkDocs."""
