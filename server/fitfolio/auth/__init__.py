"""Owns accounts, sessions and signing in by an e-mailed link or code; refuses passwords."""
