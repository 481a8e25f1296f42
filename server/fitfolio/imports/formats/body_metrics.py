"""Names of body measurements in other apps, as keys of our own metrics."""

from __future__ import annotations

from typing import Final

_METRICS: Final = {
    "bodyweight": "weight",
    "body weight": "weight",
    "weight": "weight",
    "body fat": "body_fat",
    "bodyfat": "body_fat",
    "fat": "body_fat",
    "fat percent": "body_fat",
    "lean mass": "lean_mass",
    "neck": "neck",
    "shoulder": "shoulders",
    "shoulders": "shoulders",
    "chest": "chest",
    "bicep left": "left_biceps",
    "biceps left": "left_biceps",
    "left bicep": "left_biceps",
    "left biceps": "left_biceps",
    "bicep right": "right_biceps",
    "biceps right": "right_biceps",
    "right bicep": "right_biceps",
    "right biceps": "right_biceps",
    "forearm left": "left_forearm",
    "left forearm": "left_forearm",
    "forearm right": "right_forearm",
    "right forearm": "right_forearm",
    "abdomen": "abdomen",
    "waist": "waist",
    "hips": "hips",
    "hip": "hips",
    "thigh left": "left_thigh",
    "left thigh": "left_thigh",
    "thigh right": "right_thigh",
    "right thigh": "right_thigh",
    "calf left": "left_calf",
    "left calf": "left_calf",
    "calf right": "right_calf",
    "right calf": "right_calf",
}
_UNITS: Final = {
    "kg": "kg",
    "kgs": "kg",
    "lb": "lb",
    "lbs": "lb",
    "%": "%",
    "percent": "%",
    "in": "in",
    "inch": "in",
    "inches": "in",
    "cm": "cm",
}


def find_metric(name: str) -> str | None:
    """Our key for a measurement's name in any usual spelling, or None."""
    words = " ".join(name.replace("(", " ").replace(")", " ").replace("_", " ").split())
    return _METRICS.get(words.casefold())


def metric_from_words(name: str) -> str:
    """As `find_metric`; an unknown name becomes a key of its own (`Upper arm` → upper_arm)."""
    return find_metric(name) or "_".join(name.casefold().split())[:40]


def unit_from_word(word: str) -> str:
    """kg, lb, %, in or cm; another word stays as it is."""
    return _UNITS.get(word.strip().casefold(), word.strip())
