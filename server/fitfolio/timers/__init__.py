"""Owns the running rest timer of each account and says when it has ended."""
