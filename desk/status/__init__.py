"""What waits on a day: reports on actions and goals, and the plan's other dates."""
