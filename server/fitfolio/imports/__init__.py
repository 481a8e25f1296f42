"""Owns bringing files of other apps in: reading, matching names, taking in once, undoing.

A file is read into `model` types by `formats`, matched to exercises by `naming`, turned
into rows by `plan`, and written by `service` in one transaction: all of it or nothing.
"""
