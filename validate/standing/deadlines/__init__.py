"""Everything that is due: by which day, what met it last, whether it is overdue on a day, and who answers for it."""
