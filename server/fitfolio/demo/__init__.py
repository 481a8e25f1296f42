"""A made-up lifter with three believable years of training, so that every screen can be looked at.

Everything but `service` is pure: the same seed and day give the same training, number for number.
"""
