"""Owns following a program: start values, the facts logged since, and the next session derived from them."""
