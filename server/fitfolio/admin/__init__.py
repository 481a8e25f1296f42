"""What an administrator sees and does: accounts, audit log, mail, limits, storage. Owns no table."""
