"""Owns templates, and programs with their editions and the library of famous ones. Who runs one is `enrolments`."""
