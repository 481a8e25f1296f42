"""The exercise library as data; it holds no code and is read only by `fitfolio.exercises.catalogue`.

Files, all UTF-8 CSV with a header:

- `exercises.csv`: one row per exercise; lists inside a cell are separated by `;`. `slug` is the
  identity: ids are derived from it, so a slug is never changed or used again. `facts_name` is the
  name in the table of facts the row comes from (free-exercise-db, public domain), empty for our own.
- `aliases.csv`: other names of an exercise. `app` and `language` say where the name is used, empty
  means anywhere.
- `cues.csv`: one line on how to do it, our own words.

Naming scheme: movement in title case and singular, position and grip words first ("Seated",
"Incline", "Close-Grip", "Single-Arm"), then the equipment in parentheses for every movement people
do with more than one kind of equipment: "Incline Bench Press (Dumbbell)". Olympic and strongman
lifts, bodyweight movements, jumps, stretches and sports carry none, but "(Weighted)", "(Assisted)"
or "(Bodyweight)" where such variants exist side by side.
"""
