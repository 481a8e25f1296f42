"""Programs: their text form, their model, and what to lift next as a pure function of what was done."""
