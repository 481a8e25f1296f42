"""The pure core: sets, e1RM, trends, records and volume as functions of values.

Owns every rule about training. Refuses input and output of any kind, the clock, settings
and everything outside the standard library. `docs/training/` has the rules in prose.
"""
