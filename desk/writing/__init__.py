"""All that writes files of a plan: places found, changes shown, checked on a copy, and written together."""
