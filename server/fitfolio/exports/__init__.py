"""Owns leaving: the complete export as JSON and all sets as CSV. Putting one back is `imports.restore`."""
