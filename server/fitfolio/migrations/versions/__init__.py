"""The numbered schema steps."""
