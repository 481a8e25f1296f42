"""What was trained: workouts, their exercises and sets, and everything derived from them.

Owns the log and its rollups (days and records per exercise). Logged sets are facts: nothing
here replaces one, an operation changes the fields it names, and a deletion can be undone.
"""
