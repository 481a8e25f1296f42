"""Owns what is seen across slices, such as the home page; stores nothing of its own."""
