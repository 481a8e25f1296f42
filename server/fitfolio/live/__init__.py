"""Owns the open connections of devices: they hear that there is something to pull, never the data."""
