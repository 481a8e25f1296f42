"""Owns the change feed that devices read; every write goes through the ordinary operations."""
