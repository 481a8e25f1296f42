"""Famous programs as text, each with its source; facts only."""
