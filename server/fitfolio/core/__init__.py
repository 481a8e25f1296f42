"""What every slice stands on and that knows no domain word: database, ids, clock, errors, jobs, mail."""
