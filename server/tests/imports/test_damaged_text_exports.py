"""Damage to a text export ends in a refusal or in fewer rows, never in another error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fitfolio.imports.detect import FORMATS, parse_file
from fitfolio.imports.model import ParsedFile, ParseOptions
from fitfolio.imports.reading import ImportRefused, open_source

EXAMPLES = sorted((Path(__file__).parent / "examples").iterdir())
NAMES = sorted({module.NAME for module in FORMATS})

FRAGMENTS = st.sampled_from(
    [
        b'"',
        b",",
        b";",
        b"\n",
        b"\x00",
        b"\xff",
        b"1e309",
        b"-1",
        b"nan",
        b"9" * 400,
        b"null",
        b"[",
        b"{",
        "\u202f".encode(),
        b"0",
    ]
)


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Bytes with a few cuts, insertions, copies and, at times, the end missing."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        middle = draw(st.one_of(FRAGMENTS, st.binary(max_size=4), st.just(data[start:end] * 2)))
        data = data[:start] + middle + data[end:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def read_or_refuse(data: bytes, name: str | None = None) -> ParsedFile | None:
    refusal: ImportRefused | None = None
    parsed: ParsedFile | None = None
    try:
        parsed = parse_file(open_source(data), ParseOptions(), name)
    except ImportRefused as refused:
        refusal = refused
    assert refusal is None or refusal.code.startswith("import.")
    assert refusal is None or refusal.message.endswith((".", "?"))
    return parsed


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_damaged_export_is_read_in_part_or_refused(path: Path, data: st.DataObject):
    parsed = read_or_refuse(data.draw(damaged(path.read_bytes())))
    if parsed is not None:
        assert all(exercise.sets for workout in parsed.workouts for exercise in workout.exercises)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=25, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@example(data=b"0")
@example(data=b"[]")
def test_any_bytes_named_as_a_format_are_read_or_refused(name: str, data: bytes):
    parsed = read_or_refuse(data, name)
    assert parsed is None or parsed.format == name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_is_claimed_by_one_format_above_all_others(path: Path):
    source = open_source(path.read_bytes())
    claims = sorted(((module.detect(source), module.NAME) for module in FORMATS), reverse=True)
    assert claims[0][0] > claims[1][0]
    assert claims[0][0] > 0.5
    assert parse_file(source, ParseOptions()).format == claims[0][1]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_reading_twice_gives_the_same_keys(path: Path):
    first, second = (parse_file(open_source(path.read_bytes()), ParseOptions()) for _ in range(2))
    keys = [workout.source_key for workout in first.workouts]
    assert keys == [workout.source_key for workout in second.workouts]
    assert len(set(keys)) == len(keys)
