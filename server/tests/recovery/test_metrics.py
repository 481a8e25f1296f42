from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.recovery.metrics import KNOWN, metric_key, problem_of

IMPORTED_KEYS = {
    "weight", "body_fat", "neck", "shoulders", "chest", "left_biceps", "right_biceps",
    "left_forearm", "right_forearm", "abdomen", "waist", "hips", "left_thigh", "right_thigh",
    "left_calf", "right_calf",
}  # fmt: skip


def test_the_sixteen_columns_of_a_measurement_file_are_known_metrics():
    assert {metric.key for metric in KNOWN} >= IMPORTED_KEYS


@given(st.text(max_size=80))
def test_any_name_becomes_a_key_that_fits_the_column_and_stays_itself(name):
    key = metric_key(name)
    assert len(key) <= 40
    assert metric_key(key) == key
    assert problem_of(key, 1.0, "bpm") is None or not key.startswith("custom:")


def test_names_keep_letters_of_any_language():
    assert metric_key("Größe (Bizeps)") == "custom:grösse_bizeps"


@pytest.mark.parametrize(
    ("metric", "value", "unit", "code"),
    [
        ("weight", 82.5, "kg", None),
        ("weight", 180, "lb", None),
        ("weight", 825, "kg", "metric.implausible"),
        ("weight", 82, "cm", "metric.wrong_unit"),
        ("waist", 32, "in", None),
        ("waist", 3.2, "cm", "metric.implausible"),
        ("body_fat", 15, "%", None),
        ("custom:pulse", 60, "bpm", None),
        ("custom:pulse", 60, "beats a minute", "metric.wrong_unit"),
        ("Waist", 80, "cm", "metric.unknown"),
    ],
)
def test_a_value_must_have_a_unit_of_its_metric_and_be_believable(metric, value, unit, code):
    problem = problem_of(metric, value, unit)
    assert (problem and problem[0]) == code
