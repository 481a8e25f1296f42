"""Alembic migrations; part of the package so that a wheel can upgrade its own database."""
