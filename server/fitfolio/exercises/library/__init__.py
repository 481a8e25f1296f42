"""The exercise library as data; it holds no code and is read only by `fitfolio.exercises.catalogue`.

Files, all UTF-8 CSV with a header:

- `exercises.csv`: one row per exercise; lists inside a cell are separated by `;`. `slug` is the
  identity: ids are derived from it, so a slug is never changed or used again. `facts_name` is the
  name in the table of facts the row comes from (free-exercise-db, public domain), empty for our own.
- `aliases.csv`: other names of an exercise. `app` and `language` say where the name is used, empty
  means anywhere; the app `*` is any log, but not the table of facts. Names without a language also
  teach which words mean the exercise; names with one are only known as they are written.
- `cues.csv`: one line on how to do it, our own words; the hundred commonest exercises have one.
- `words.csv`: what single words and phrases of names mean, see `fitfolio.exercises.names`.
- `search_words.json`: what muscles and equipment are called while searching.

Every exercise has a German name of its own. `share` follows `docs/training/volume.md`.

Naming scheme: movement in title case and singular, position and grip words first ("Seated",
"Incline", "Close-Grip", "Single-Arm"), then the equipment in parentheses for every movement people
do with more than one kind of equipment: "Incline Bench Press (Dumbbell)". Olympic and strongman
lifts, bodyweight movements, jumps, stretches and sports carry none, but "(Weighted)", "(Assisted)"
or "(Bodyweight)" where such variants exist side by side.
"""
