"""Garmin strength activities (`.fit`), one or several chained in a file.

Message `set` holds one set or one rest; 0xFFFF means "not set", which the decoder turns
into None. Loads are stored in sixteenths of a kilogram; where the watch showed pounds
the typed pounds are restored to the nearest half. Names come from `exercise_title`
(what the watch showed) or from the public exercise lists. Times are UTC; the
`activity` message also knows the local time, which gives the offset.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from fitfolio.imports.model import (
    ParsedExercise,
    ParsedFile,
    ParsedSet,
    ParsedWorkout,
    ParseOptions,
)
from fitfolio.imports.reading import ImportRefused, Source
from fitfolio.training.units import KG_PER_LB

NAME: Final = "garmin_fit"
LABEL: Final = "Garmin (FIT)"

_UNKNOWN: Final = frozenset((None, "unknown", 65534, 65535))
_QUARTER_HOUR_S: Final = 900
_MAX_OFFSET_S: Final = 14 * 3600


@dataclass
class _Activity:
    """The messages of one chained file that matter here."""

    sets: list[Any] = field(default_factory=list)
    titles: dict[tuple[Any, Any], str] = field(default_factory=dict)
    session: Any = None
    activity: Any = None
    created: datetime | None = None


def detect(source: Source) -> float:
    return 0.9 if source.kind == "fit" else 0.0


def parse(source: Source, options: ParseOptions) -> ParsedFile:  # noqa: ARG001 - a FIT file states everything itself
    parsed = ParsedFile(format=NAME)
    for number, activity in enumerate(_read_activities(source.data), start=1):
        workout = _read_workout(activity, number)
        if workout:
            parsed.workouts.append(workout)
    if not parsed.workouts:
        raise ImportRefused("import.no_sets", "The Garmin file holds no strength sets.")
    return parsed


def _read_activities(data: bytes) -> list[_Activity]:
    # The decoder brings half a megabyte of tables that nothing else needs.
    import fitdecode  # noqa: PLC0415

    activities: list[_Activity] = []
    try:
        with fitdecode.FitReader(
            data, check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.IGNORE
        ) as frames:
            for frame in frames:
                if frame.frame_type == fitdecode.FIT_FRAME_HEADER:
                    activities.append(_Activity())
                elif frame.frame_type == fitdecode.FIT_FRAME_DATA and activities:
                    _collect(activities[-1], frame)
    except Exception as error:
        # On damaged bytes the decoder fails in many ways: key, index, struct and its own errors.
        raise ImportRefused("import.truncated", "The Garmin file is cut off or damaged.") from error
    return activities


def _collect(activity: _Activity, frame: Any) -> None:
    match frame.name:
        case "set":
            activity.sets.append(frame)
        case "exercise_title":
            key = (
                _category(_first(_value(frame, "exercise_category"))),
                _first(_value(frame, "exercise_name")),
            )
            title = _first(_value(frame, "wkt_step_name"))
            if isinstance(title, str) and title.strip():
                activity.titles.setdefault(key, title.strip())
        case "session":
            activity.session = activity.session or frame
        case "activity":
            activity.activity = activity.activity or frame
        case "file_id":
            activity.created = _moment(_value(frame, "time_created"))
        case _:
            pass


def _read_workout(activity: _Activity, number: int) -> ParsedWorkout | None:
    zone = _zone(activity.activity)
    rows = [
        (line, frame)
        for line, frame in enumerate(activity.sets, start=1)
        if _value(frame, "set_type") not in ("rest", 0)
    ]
    if not rows:
        return None
    moments = [moment for _, frame in rows for moment in _span(frame)]
    start = (
        _moment(_value(activity.session, "start_time"))
        or min(moments, default=None)
        or activity.created
    )
    if start is None:
        raise ImportRefused(
            "import.no_dates", "The Garmin file does not say when the sets were done."
        )
    ends = [*moments, *filter(None, [_moment(_value(activity.session, "timestamp"))])]
    end = max(ends, default=None)
    workout = ParsedWorkout(
        started_at=start.astimezone(zone),
        finished_at=end.astimezone(zone) if end and end > start else None,
        source_key=f"garmin_fit:{int(start.timestamp())}",
        line=number,
        title=_title(activity.session),
    )
    for line, frame in rows:
        name = _exercise_name(frame, activity.titles)
        if not workout.exercises or workout.exercises[-1].name != name:
            workout.exercises.append(ParsedExercise(name=name))
        workout.exercises[-1].sets.append(_read_set(frame, line))
    return workout


def _read_set(frame: Any, line: int) -> ParsedSet:
    reps = _number(_value(frame, "repetitions"))
    load_kg = _number(_value(frame, "weight"))
    duration_s = _number(_value(frame, "duration"))
    row = ParsedSet(
        line=line, reps=int(reps) if reps else None, logged_at=_moment(_value(frame, "timestamp"))
    )
    if load_kg:
        in_pounds = _value(frame, "weight_display_unit") in ("pound", 2)
        row.weight = round(load_kg / KG_PER_LB * 2) / 2 if in_pounds else load_kg
        row.weight_unit = "lb" if in_pounds else "kg"
    if row.reps is None and duration_s:
        row.duration_s = duration_s
    return row


def _exercise_name(frame: Any, titles: dict[tuple[Any, Any], str]) -> str:
    """The watch's own title, else the entry of the category's list, else the category."""
    pairs = list(
        zip(_all(_value(frame, "category")), _all(_value(frame, "category_subtype")), strict=False)
    )
    pairs = pairs or [(category, None) for category in _all(_value(frame, "category"))]
    for number, subtype in pairs:
        category = _category(number)
        if category in _UNKNOWN:
            continue
        title = titles.get((category, subtype))
        if title:
            return title
        return _spoken(_listed_name(category, subtype) or str(category))
    return "Unknown exercise"


def _category(value: Any) -> Any:
    """The category's name; inside a list the decoder leaves the number."""
    # Loaded with the decoder, see above.
    from fitdecode import profile  # noqa: PLC0415

    return profile.FIELD_TYPES["exercise_category"].enum.get(value, value)


def _listed_name(category: Any, subtype: Any) -> str | None:
    # Loaded with the decoder, see above.
    from fitdecode import profile  # noqa: PLC0415

    names = profile.FIELD_TYPES.get(f"{category}_exercise_name")
    if names is None or not names.enum or subtype in _UNKNOWN:
        return None
    found = names.enum.get(subtype)
    return found if isinstance(found, str) else None


def _spoken(word: str) -> str:
    return (
        word.replace("_", " ").strip().title()
        if not word.isdigit()
        else f"Exercise category {word}"
    )


def _title(session: Any) -> str:
    profile_name = _first(_value(session, "sport_profile_name"))
    return profile_name.strip() if isinstance(profile_name, str) else ""


def _zone(activity: Any) -> timezone:
    """The watch's offset, from the same moment told twice; UTC where it is not told."""
    utc, local = _value(activity, "timestamp"), _value(activity, "local_timestamp")
    if not isinstance(utc, datetime) or not isinstance(local, datetime):
        return UTC
    seconds = (local.replace(tzinfo=None) - utc.replace(tzinfo=None)).total_seconds()
    rounded_s = round(seconds / _QUARTER_HOUR_S) * _QUARTER_HOUR_S
    return timezone(timedelta(seconds=rounded_s)) if abs(rounded_s) <= _MAX_OFFSET_S else UTC


def _span(frame: Any) -> Iterator[datetime]:
    for name in ("start_time", "timestamp"):
        moment = _moment(_value(frame, name))
        if moment:
            yield moment


def _moment(value: Any) -> datetime | None:
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _number(value: Any) -> float | None:
    value = _first(value)
    return float(value) if isinstance(value, int | float) and 0 <= value < 1e9 else None


def _value(frame: Any, name: str) -> Any:
    return None if frame is None else frame.get_value(name, fallback=None)


def _all(value: Any) -> list[Any]:
    return list(value) if isinstance(value, tuple | list) else [value]


def _first(value: Any) -> Any:
    return next((item for item in _all(value) if item is not None), None)
