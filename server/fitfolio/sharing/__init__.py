"""Owns links to programs and templates: who may see what is behind one, its public page, and copies of it."""
