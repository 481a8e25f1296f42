"""What the public page says, in the language of the browser."""

from __future__ import annotations

from typing import Literal

Language = Literal["en", "de"]

_TEXTS: dict[str, tuple[str, str]] = {
    "program": ("Strength program", "Trainingsprogramm"),
    "template": ("Workout", "Workout"),
    "by": ("shared by {name}", "geteilt von {name}"),
    "copy": ("Copy into my FitFolio", "In mein FitFolio übernehmen"),
    "download": ("Download text", "Text herunterladen"),
    "weeks": ("Weeks and days", "Wochen und Tage"),
    "week": ("Week", "Woche"),
    "every_week": ("Every week", "Jede Woche"),
    "rest_week": ("No training", "Kein Training"),
    "day": ("Day", "Tag"),
    "deload": ("deload", "Entlastung"),
    "more": (
        "The program goes on; the text below has all of it.",
        "Das Programm geht weiter; im Text unten steht alles.",
    ),
    "text": ("The whole text", "Der ganze Text"),
    "sources": ("Sources", "Quellen"),
    "notes": ("Notes", "Hinweise"),
    "exercises": ("Exercises", "Übungen"),
    "exercise": ("Exercise", "Übung"),
    "sets": ("Sets", "Sätze"),
    "qr": ("QR code of this page's address", "QR-Code der Adresse dieser Seite"),
    "days_a_week": ("{count} days a week", "{count} Tage pro Woche"),
    "one_day_a_week": ("1 day a week", "1 Tag pro Woche"),
    "so_many_weeks": ("{count} weeks", "{count} Wochen"),
    "one_week": ("repeats every week", "wiederholt sich jede Woche"),
    "gone_title": ("Nothing here", "Hier ist nichts"),
    "gone": (
        "There is nothing behind this link, or not any more.",
        "Hinter diesem Link ist nichts, oder nichts mehr.",
    ),
    "about": (
        "FitFolio is a strength-training log that its owner hosts.",
        "FitFolio ist ein Krafttrainings-Tagebuch, das man selbst betreibt.",
    ),
    "warm_up": ("warm-up", "Aufwärmen"),
    "reps": ("reps", "Wdh."),
}

_WEEKDAYS = {
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "de": ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
}


def say(language: Language, key: str, **values: object) -> str:
    """A text of the page; not escaped."""
    english, german = _TEXTS[key]
    return (german if language == "de" else english).format(**values)


def weekday(language: Language, number: int) -> str:
    """Mon for 1."""
    return _WEEKDAYS[language][number - 1]


def language_of(accept_language: str) -> Language:
    """German where a browser prefers it to English, by RFC 9110's weights."""
    best: Language = "en"
    best_weight = 0.0
    for item in accept_language.split(",")[:20]:
        name, _, parameter = item.strip().partition(";")
        try:
            weight = float(parameter.partition("=")[2]) if parameter.strip() else 1.0
        except ValueError:
            continue
        base = name.strip().split("-")[0].lower()
        if base in ("en", "de") and weight > best_weight:
            best, best_weight = ("de" if base == "de" else "en"), weight
    return best
