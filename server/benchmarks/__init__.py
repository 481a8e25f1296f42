"""Measures what docs/performance.md promises. Run with `make bench`; not part of the package."""
