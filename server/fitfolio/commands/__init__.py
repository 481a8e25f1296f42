"""What `fitfolio …` can do. Each module registers its sub-commands and imports the rest lazily,
so that `--help` and a second start stay fast."""
