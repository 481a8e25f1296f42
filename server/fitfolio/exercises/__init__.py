"""Owns the exercise library (data), custom exercises and each lifter's preferences for both.

A custom exercise that is deleted is only archived: workouts go on naming it.
"""
