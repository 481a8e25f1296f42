"""Owns dated body values; refuses to guess: a value keeps the unit it was typed in."""
