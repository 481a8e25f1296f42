"""Owns templates: reusable single workouts without progression."""
