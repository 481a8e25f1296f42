"""Any export that Hypothesis can think of."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import strategies as st

from fitfolio.core.clock import to_iso
from tests.exports.accounts import LIBRARY


def _moment(low=-600_000_000_000, high=2_000_000_000_000):
    return st.integers(low, high).map(to_iso)


def _maybe(strategy):
    return st.none() | strategy


_ids = st.uuids(version=4).map(str)
_text = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
_number = st.floats(-1000, 1000, allow_nan=False) | st.integers(0, 300).map(float)
_zones = st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/St_Johns"])


@st.composite
def _sets(draw):
    has_weight, has_distance = draw(st.booleans()), draw(st.booleans())
    return {
        "id": draw(_ids),
        "kind": draw(
            st.sampled_from(["warm_up", "working", "drop", "back_off", "amrap", "failure"])
        ),
        "completed": draw(st.booleans()),
        "weight": draw(_number) if has_weight else None,
        "weight_unit": draw(st.sampled_from(["kg", "lb"])) if has_weight else None,
        "reps": draw(_maybe(st.integers(0, 900_000))),
        "duration_s": draw(_maybe(st.floats(0, 1e5))),
        "distance": draw(st.floats(0, 1e5)) if has_distance else None,
        "distance_unit": draw(st.sampled_from(["m", "km", "mi"])) if has_distance else None,
        "rpe": draw(_maybe(st.sampled_from([6.0, 8.5, 10.0]))),
        "rir": draw(_maybe(st.sampled_from([0.0, 1.5]))),
        "side": draw(st.sampled_from([None, "left", "right"])),
        "notes": draw(_text),
        "flagged": draw(_maybe(st.just("reps.implausible"))),
        "logged_at": draw(_maybe(_moment())),
        "import_id": None,
    }


_reasons = st.lists(
    st.fixed_dictionaries(
        {"code": st.just("percent"),
         "values": st.dictionaries(st.sampled_from(["percent", "of", "date", "base"]),
                                   st.none() | _text | _number | st.integers(0, 9) | st.booleans())}
    ),
    max_size=2,
)  # fmt: skip
_asked = st.fixed_dictionaries(
    {"kind": st.just("amrap"), "goal": st.just("reps"), "low": _number, "high": _number,
     "weight": _maybe(_number), "unrounded": _maybe(_number), "rpe": _maybe(_number),
     "rir": _maybe(_number), "rest_s": _maybe(st.integers(0, 3600)), "tempo": _maybe(_text),
     "label": _maybe(_text), "reasons": _reasons}
)  # fmt: skip
_prescriptions = st.fixed_dictionaries(
    {"lift": st.just("squat"), "exercise": _text, "unit": st.sampled_from(["kg", "lb"]),
     "stage": st.integers(1, 20), "note": _maybe(_text), "reasons": _reasons,
     "sets": st.lists(_asked, max_size=2)}
)  # fmt: skip
_links = st.fixed_dictionaries(
    {"enrolment_id": _ids, "program_version_id": _ids, "cycle": st.integers(1, 9),
     "week": st.integers(1, 9), "day": st.integers(1, 9), "name": _text}
)  # fmt: skip


@st.composite
def _workouts(draw, exercise_ids):
    entry = st.fixed_dictionaries(
        {
            "id": _ids,
            "exercise_id": st.sampled_from(exercise_ids),
            "superset": _maybe(st.integers(0, 5)),
            "notes": _text,
            "sets": st.lists(_sets(), max_size=3),
            "track": _maybe(st.just("squat.t1")),
            "prescription": _maybe(_prescriptions),
        }
    )
    started = draw(st.integers(-600_000_000_000, 2_000_000_000_000))
    return {
        "id": draw(_ids),
        "started_at": to_iso(started),
        "finished_at": draw(_maybe(_moment())),
        "has_time": draw(st.booleans()),
        "time_zone": draw(_zones),
        "local_date": datetime.fromtimestamp(started / 1000, UTC).date().isoformat(),
        "title": draw(_text),
        "notes": draw(_text),
        "bodyweight_kg": draw(_maybe(_number)),
        "source": draw(st.sampled_from(["fitfolio", "strong"])),
        "template_id": draw(_maybe(_ids)),
        "program": draw(_maybe(_links)),
        "import_id": None,
        "exercises": draw(st.lists(entry, max_size=3)),
    }


_weight = st.floats(0.25, 250)


@st.composite
def _gyms(draw):
    unit = st.sampled_from(["kg", "lb"])
    ranges = st.builds(
        lambda unit, low, size, step: {"unit": unit, "min": low, "max": low + size, "step": step},
        unit, st.floats(0, 100), st.floats(1, 100), st.floats(0.5, 20),
    )  # fmt: skip
    bars = st.fixed_dictionaries(
        {"id": st.from_regex(r"[a-z0-9][a-z0-9_-]{0,39}", fullmatch=True), "name": st.just("Bar"),
         "weight": _weight, "unit": unit, "equipment": st.sampled_from(["barbell", "ez_bar"])}
    )  # fmt: skip
    plates = st.fixed_dictionaries({"weight": _weight, "unit": unit, "pairs": st.integers(0, 50)})
    collars = st.fixed_dictionaries({"weight": st.floats(0, 25), "unit": unit})
    return {
        "bars": draw(st.lists(bars, max_size=3, unique_by=lambda bar: bar["id"])),
        "plates": draw(
            st.lists(plates, max_size=3, unique_by=lambda item: (item["weight"], item["unit"]))
        ),
        "dumbbells": draw(st.lists(ranges, max_size=2)),
        "machine_steps": draw(st.lists(ranges, max_size=2)),
        "collar": draw(_maybe(collars)),
    }


@st.composite
def _templates(draw, exercise_ids):
    def planned(row):
        names = ("kind", "reps", "weight", "weight_unit", "duration_s", "distance",
                 "distance_unit", "rpe", "rir", "side")  # fmt: skip
        return {name: row[name] for name in names}

    entry = st.fixed_dictionaries(
        {
            "id": _ids,
            "exercise_id": st.sampled_from(exercise_ids),
            "superset": _maybe(st.integers(0, 5)),
            "notes": _text,
            "sets": st.lists(_sets().map(planned), max_size=3),
        }
    )
    return {
        "id": draw(_ids),
        "name": draw(_text),
        "folder": draw(_text),
        "notes": draw(_text),
        "position": draw(st.integers(0, 100)),
        "created_at": draw(_moment()),
        "exercises": draw(st.lists(entry, max_size=3, unique_by=lambda item: item["id"])),
    }


_facts = st.fixed_dictionaries(
    {"id": _ids, "kind": st.sampled_from(["skip", "set", "break", "suppress"]), "at": _moment(),
     "date": st.just("2026-01-02"), "week": st.integers(0, 9), "day": st.integers(0, 9),
     "key": _text, "value": _number, "lift": _text, "exercise": _text, "workout_id": _maybe(_ids),
     "track": _text, "program_version_id": st.none()}
)  # fmt: skip
_versions = st.fixed_dictionaries(
    {"id": _ids, "number": st.integers(1, 99), "title": _text, "text": _text, "note": _text,
     "parent_version_id": _maybe(_ids), "created_at": _moment()}
)  # fmt: skip
_provenance = st.fixed_dictionaries(
    {"kind": st.sampled_from(["library", "share", "file"]), "slug": _maybe(_text),
     "token": _maybe(_text), "version_id": _maybe(_ids), "title": _text, "by": _maybe(_text)}
)  # fmt: skip
_programs = st.fixed_dictionaries(
    {"id": _ids, "title": _text, "folder": _text, "position": st.integers(0, 100),
     "draft_text": _maybe(_text), "provenance": _maybe(_provenance), "created_at": _moment(),
     "deleted_at": st.none(),
     "versions": st.lists(_versions, max_size=3, unique_by=lambda item: item["number"]).map(
         lambda rows: sorted(rows, key=lambda row: row["number"]))}
)  # fmt: skip


@st.composite
def _enrolments(draw, programs, exercise_ids):
    program = draw(st.sampled_from([one for one in programs if one["versions"]]))
    facts = draw(st.lists(_facts, max_size=3))
    moved = draw(st.sampled_from(program["versions"]))["id"]
    if facts:
        facts[0] |= {"kind": "edition", "program_version_id": moved}
    return {
        "id": draw(_ids), "program_id": program["id"],
        "program_version_id": program["versions"][0]["id"], "name": draw(_text),
        "unit": draw(st.sampled_from(["kg", "lb"])),
        "starts": dict(sorted(draw(st.dictionaries(_text, _number, max_size=3)).items())),
        "exercises": dict(sorted(draw(
            st.dictionaries(_text, st.sampled_from(exercise_ids), max_size=2)).items())),
        "started_on": "2026-01-02", "ended_at": draw(_maybe(_moment())),
        "position": draw(st.integers(0, 100)), "created_at": draw(_moment()),
        "facts": sorted(facts, key=lambda fact: (fact["at"], fact["id"])),
    }  # fmt: skip


@st.composite
def documents(draw):
    """Any export; several may be put into one database, as ids never meet."""
    exercises = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "id": _ids,
                    "name": _text,
                    "equipment": st.sampled_from(["other", "barbell", "sled"]),
                    "tracking": st.sampled_from(["weight_reps", "duration", "assisted_reps"]),
                    "primary_muscles": st.just(["chest"]),
                    "secondary_muscles": st.sampled_from([[], ["triceps", "shoulders"]]),
                    "unilateral": st.booleans(),
                    "notes": _text,
                    "created_at": _moment(),
                    "archived_at": _maybe(_moment()),
                    "import_id": st.none(),
                }
            ),
            max_size=3,
        )
    )
    exercise_ids = [item["id"] for item in exercises] + LIBRARY
    metrics = st.fixed_dictionaries(
        {
            "id": _ids,
            "metric": st.sampled_from(["weight", "waist", "custom:pulse"]),
            "measured_at": _moment(),
            "local_date": st.just("2026-01-01"),
            "value": _number,
            "unit": st.sampled_from(["kg", "cm", "bpm", ""]),
            "notes": _text,
            "source": st.just("fitfolio"),
            "source_key": st.none(),
            "import_id": st.none(),
            "deleted_at": st.none(),
        }
    )
    by_time = lambda rows, time: sorted(rows, key=lambda row: (row[time], row["id"]))  # noqa: E731
    programs = draw(st.lists(_programs, max_size=2))
    can_follow = any(one["versions"] for one in programs)
    followed = (
        st.lists(_enrolments(programs, exercise_ids), max_size=2) if can_follow else st.just([])
    )
    favourites = draw(st.sets(st.sampled_from(exercise_ids), max_size=3))
    return {
        "format": "fitfolio",
        "version": 3,
        "profile": {
            "display_name": draw(_text), "language": "de", "weight_unit": "lb",
            "length_unit": "in", "distance_unit": "mi", "time_zone": draw(_zones),
            "week_start": draw(st.integers(1, 7)), "weekly_goal": draw(st.integers(1, 14)),
            "equipment": draw(_maybe(st.just(["barbell", "plate"]))),
            "welcomed": draw(st.booleans()),
            "effort_scale": draw(st.sampled_from(["rpe", "rir", "off"])),
            "rest": {
                "default_s": draw(st.integers(0, 3600)), "warm_up_s": 60,
                "working_s": draw(_maybe(st.integers(0, 3600))), "drop_s": 0, "back_off_s": None,
                "amrap_s": None, "failure_s": draw(_maybe(st.integers(0, 3600))),
            },
            "timer_sound": draw(st.booleans()), "timer_vibration": draw(st.booleans()),
            "keep_awake": draw(st.booleans()), "gym": draw(_maybe(_gyms())),
        },
        "exercises": by_time(exercises, "created_at"),
        "preferences": [
            {"exercise_id": key, "favourite": True, "weight_unit": draw(_maybe(st.just("lb"))),
             "notes": draw(_text), "rest_s": draw(_maybe(st.integers(0, 3600))),
             "rest_warm_up_s": None, "bar_id": draw(_maybe(st.just("ez-10"))),
             **draw(st.sampled_from([{"step": None, "step_unit": None},
                                     {"step": 2.5, "step_unit": "lb"}]))}
            for key in sorted(favourites)
        ],
        "workouts": by_time(draw(st.lists(_workouts(exercise_ids), max_size=4)), "started_at"),
        "metrics": by_time(draw(st.lists(metrics, max_size=4)), "measured_at"),
        "imports": [],
        "name_choices": {},
        "templates": by_time(
            draw(st.lists(_templates(exercise_ids), max_size=3, unique_by=lambda item: item["id"])),
            "created_at",
        ),
        "programs": by_time(programs, "created_at"),
        "enrolments": by_time(draw(followed), "created_at"),
    }  # fmt: skip
