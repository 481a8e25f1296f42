"""Guessing what the columns of an unknown table mean, from their names."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from fitfolio.imports.model import WeightUnit
from fitfolio.imports.numbers import parse_distance_unit, parse_weight_unit
from fitfolio.imports.records import normalise_header

FIELDS: Final = (
    "date",
    "time",
    "exercise",
    "weight",
    "weight_unit",
    "reps",
    "duration_s",
    "distance",
    "distance_unit",
    "rpe",
    "rir",
    "kind",
    "notes",
    "workout",
    "workout_notes",
)
REQUIRED: Final = ("date", "exercise")

# en, de, fr, es, pt, it; the first spelling that the header has wins.
_SYNONYMS: Final = {
    "date": "date|day|datum|tag|fecha|data|dia|día|giorno|jour|workout date|start|start time|start_time|started at"
    "|datetime|date time|timestamp|workout datetime|workout start|trainingstag|date de séance",
    "time": "time|time of day|start date|uhrzeit|zeit|heure|hora|ora|orario|startzeit|start hour",
    "exercise": "exercise|exercise name|exercise_name|exercise_title|exercise title|movement|lift|übung|uebung"
    "|name der übung|übungsname|exercice|nom de l'exercice|ejercicio|nombre del ejercicio|exercício|exercicio"
    "|nome do exercício|esercizio|nome esercizio|activity|oefening|övning",
    "weight": "weight|load|gewicht|last|poids|charge|peso|carga|carico|kg|kgs|lb|lbs|weight_kg|weight_lbs|weight_lb|kilos",
    "weight_unit": "weight unit|weight_unit|unit|units|einheit|gewichtseinheit|unité|unidad|unidade|unità",
    "reps": "reps|repetitions|rep|wiederholungen|wdh|wdh.|wiederh.|répétitions|réps|repeticiones|repetições"
    "|ripetizioni|rip|anzahl|count|completed reps",
    "duration_s": "duration|seconds|set duration|duration_s|duration_seconds|dauer|sekunden|durée|secondes|duración"
    "|segundos|duração|durata|secondi|time under tension",
    "distance": "distance|distanz|strecke|entfernung|distancia|distância|distanza|km|mi|miles|distance_km|distance_m"
    "|distance_miles",
    "distance_unit": "distance unit|distance_unit|streckeneinheit|unité de distance|unidad de distancia",
    "rpe": "rpe|effort|anstrengung|esfuerzo",
    "rir": "rir|reps in reserve",
    "kind": "set type|set_type|type|kind|set kind|satzart|typ|satztyp|tipo|tipo de serie|is warmup|iswarmup|warmup"
    "|is warmup set?|warm-up|aufwärmsatz",
    "notes": "notes|note|comment|comments|notizen|notiz|kommentar|bemerkung|remarques|commentaire|notas|nota"
    "|comentario|comentário|appunti|commenti|remark|set notes",
    "workout": "workout|workout name|workout_name|title|session|routine|training|einheit name|trainingsname"
    "|séance|entraînement|entrenamiento|sesión|treino|sessão|allenamento|sessione|name|programme|program",
    "workout_notes": "workout notes|workout_notes|description|session notes|trainingsnotizen|notes de séance"
    "|notas del entrenamiento|notas do treino|note allenamento",
}


def guess_columns(header: Sequence[str]) -> dict[str, str]:
    """Our field → the column's own name, for every field whose name is recognised."""
    names = {_base_name(name): name for name in reversed(header) if name.strip()}
    guessed: dict[str, str] = {}
    taken: set[str] = set()
    for field in FIELDS:
        for spelling in _SYNONYMS[field].split("|"):
            name = names.get(spelling)
            if name is not None and name not in taken:
                guessed[field] = name
                taken.add(name)
                break
    return guessed


def header_weight_unit(name: str) -> WeightUnit | None:
    """The unit a weight column's own name states: `Weight (lbs)`, `weight_kg`, `kg`."""
    words = _words(name)
    return next((unit for word in reversed(words) if (unit := parse_weight_unit(word))), None)


def header_distance_unit(name: str) -> str:
    """The unit word a distance column's own name states, or an empty text."""
    return next((word for word in reversed(_words(name)) if parse_distance_unit(word)), "")


def _base_name(name: str) -> str:
    """`Weight (kg)` → weight; `Duration [s]` → duration."""
    normalised = normalise_header(name)
    for bracket in "([":
        head = normalised.partition(bracket)[0].strip()
        normalised = head or normalised
    return normalised


def _words(name: str) -> list[str]:
    plain = normalise_header(name)
    for sign in "()[]_/,":
        plain = plain.replace(sign, " ")
    return plain.split()
