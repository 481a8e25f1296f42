"""Importing: files of other apps, read, previewed, taken over and undone as a whole."""
