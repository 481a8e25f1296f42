"""Real exports of other apps against the counts of an independent reader.

The files are not part of the project (most state no licence). Their folder is named by
`FITFOLIO_SAMPLES` or lies beside the repository; where it is absent every case says so.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fitfolio.imports.detect import parse_file
from fitfolio.imports.model import ParseOptions, WeightUnit
from fitfolio.imports.reading import open_source
from fitfolio.imports.summary import summarise

REPOSITORY = Path(__file__).resolve().parents[3]
# Taken out of the environment, where the commands under test would call it an unknown setting.
SAMPLES = Path(os.environ.pop("FITFOLIO_SAMPLES", REPOSITORY.parent / "shared" / "samples"))
TRUTH_FILE = SAMPLES / "open" / "GROUND_TRUTH_OPEN.json"
ABSENT = f"sample exports are not at {SAMPLES} (set FITFOLIO_SAMPLES)"
TODAY = date(2026, 11, 23)
COUNTS = ("workouts", "sets", "loaded_sets", "exercises", "reps")
TONNAGE_TOLERANCE = 0.001

DIFFERENCES: dict[str, dict[str, tuple[Any, str]]] = {
    "alphaprogression/alphaprogression_2023_02_28.csv": {
        "sets": (
            241,
            "24 rows of dashes were not done; 3 rows of a table without a load column were",
        ),
        "reps": (2830, "those 3 rows hold 60 repetitions"),
        "exercises": (
            29,
            "4 exercises have rows of dashes alone, 1 is in the table without a load",
        ),
    },
    "gymbook/gymbook_it_newer_half.csv": {
        "last": (
            "2025-01-09T19:30:00",
            "the last workout began with its first set; the counts took a later one",
        ),
    },
    "jefit/jefit_backup_2022_kg.csv": {
        "exercises": (171, "rows without a name get that of their exercise id"),
        "first": ("2019-03-08T16:00:57", "the session table states when that day's workout began"),
        "last": ("2022-08-25T14:16:29", "as for the first"),
    },
    "fitnotes/fitnotes_backup_v22_kg.fitnotes": {
        "last": (
            "2024-12-04T16:24:36",
            "the backup's WorkoutTime table states when that day's workout began; the counts used the day alone",
        ),
    },
}
"""Where we differ and are right: file → field → (our value, why)."""


def truths() -> dict[str, dict[str, Any]]:
    if not TRUTH_FILE.is_file():
        return {}
    every = json.loads(TRUTH_FILE.read_text(encoding="utf-8"))
    return {name.removeprefix("open/"): truth for name, truth in every.items() if "sets" in truth}


TRUTHS = truths()


def test_the_samples_are_there():
    if not TRUTHS:
        pytest.skip(ABSENT)
    assert len(TRUTHS) > 30


@pytest.mark.parametrize("name", sorted(TRUTHS))
def test_a_real_export_gives_the_counts_of_an_independent_reader(name: str):
    truth = TRUTHS[name]
    unit: WeightUnit = "lb" if str(truth.get("unit", "")).lower().startswith("lb") else "kg"
    parsed = parse_file(open_source(SAMPLES / "open" / name), ParseOptions(unit=unit, today=TODAY))
    summary = summarise(parsed, unit)
    ours = {field: getattr(summary, field) for field in COUNTS}
    ours["first"], ours["last"] = summary.first, summary.last
    expected = {field: truth[field] for field in COUNTS if field in truth}
    expected |= {field: _moment(truth[field]) for field in ("first", "last") if field in truth}
    warm_ups = truth.get("set_types", {}).get("warmup")
    if warm_ups is not None:
        ours["warmup_sets"], expected["warmup_sets"] = summary.warmup_sets, warm_ups
    known = DIFFERENCES.get(name, {})
    expected |= {field: value for field, (value, _) in known.items() if field in expected}
    assert {field: ours[field] for field in expected} == expected
    tonnage_kg = known.get("tonnage_kg", (truth["tonnage_kg"], ""))[0]
    assert summary.tonnage_kg == pytest.approx(tonnage_kg, rel=TONNAGE_TOLERANCE)


@pytest.mark.parametrize(
    "name", sorted(name for name, truth in TRUTHS.items() if truth.get("implausible_sets"))
)
def test_the_typing_errors_of_a_real_export_are_flagged(name: str):
    truth = TRUTHS[name]
    unit: WeightUnit = "lb" if str(truth["unit"]).lower().startswith("lb") else "kg"
    parsed = parse_file(open_source(SAMPLES / "open" / name), ParseOptions(unit=unit, today=TODAY))
    flagged = {
        block.name
        for workout in parsed.workouts
        for block in workout.exercises
        for row in block.sets
        if row.flag in ("set.load", "set.reps")
    }
    assert flagged == {exercise for exercise, *_ in truth["implausible_sets"]}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "hevy/hevy_lbs_km_export_2026-06-10.csv",
            "hevy/hevy_lbs_km_export_2026-06-29_superset_of_prev.csv",
        ),
        ("fitbod/fitbod_export_2020-09.csv", "fitbod/fitbod_export_2020-10_superset_of_prev.csv"),
    ],
)
def test_a_later_export_keeps_the_keys_of_the_earlier_one(earlier: str, later: str):
    if not TRUTHS:
        pytest.skip(ABSENT)
    first, second = (
        {
            item.source_key
            for item in parse_file(
                open_source(SAMPLES / "open" / name), ParseOptions(today=TODAY)
            ).workouts
        }
        for name in (earlier, later)
    )
    assert first <= second


@pytest.mark.parametrize(
    ("name", "measurements"),
    [("hevy/hevy_measurement_kg_in.csv", 164), ("fitnotes/fitnotes_bodytracker_kg.csv", 407)],
)
def test_body_measurements_are_all_taken(name: str, measurements: int):
    if not TRUTHS:
        pytest.skip(ABSENT)
    parsed = parse_file(open_source(SAMPLES / "open" / name), ParseOptions(today=TODAY))
    assert len(parsed.measurements) == measurements
    assert parsed.skipped == []


def _moment(printed: str) -> str:
    return printed if "T" in printed else f"{printed}T00:00:00"
