"""One made-up history, printed the way apps print it: units, languages and layouts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

KG_PER_LB = 0.45359237

NAMES = {
    "bench": ("Bench Press (Barbell)", "Press de Banca (Barra)"),
    "deadlift": ("Deadlift (Barbell)", "Peso Muerto (Barra)"),
    "plank": ("Plank", "Plancha"),
    "run": ("Running", "Correr"),
    "odd": ("Zercher Wobble Lift", "Zercher Wobble Lift"),
    # No library knows either spelling, so only the place tells that they are one exercise.
    "strange": ("Grmpfl Quux", "Blargh Xyzzy"),
}


@dataclass(frozen=True)
class Done:
    """One set; `load_lb` is in pounds because pounds print shorter in kilograms than the reverse."""

    load_lb: float = 0.0
    reps: int = 0
    seconds: int = 0
    metres: int = 0


@dataclass(frozen=True)
class Workout:
    """A workout of `(key of NAMES, sets)` on the n-th day."""

    day: int
    exercises: tuple[tuple[str, tuple[Done, ...]], ...]

    @property
    def date(self) -> str:
        return f"2024-{1 + self.day // 28:02}-{1 + self.day % 28:02}"


History = Sequence[Workout]


def _kg(load_lb: float, digits: int = 5) -> str:
    return f"{round(load_lb * KG_PER_LB, digits):g}" if load_lb else "0"


def _rows(history: History, language: int = 0):
    for workout in history:
        for key, sets in workout.exercises:
            for at, done in enumerate(sets):
                yield workout, NAMES[key][language], at, done


def strong_ios(header: str, *, pounds: bool) -> Callable[[History], str]:
    def render(history: History) -> str:
        lines = [header]
        for workout, name, at, done in _rows(history):
            load = f"{done.load_lb:g}" if pounds else _kg(done.load_lb, 2)
            length = done.metres / (1609.344 if pounds else 1000)
            lines.append(
                f'{workout.date} 18:00:00,"Day {workout.day}",1h,"{name}",{at + 1},{load},{done.reps},'
                f'{round(length, 4):g},{done.seconds},"","",'
            )
        return "\n".join(lines) + "\n"

    return render


def strong_android(history: History) -> str:
    header = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
        "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration"
    )
    lines = [header]
    for workout, name, at, done in _rows(history):
        load = f"{done.load_lb:g};lbs" if done.load_lb else ";"
        length = f"{done.metres / 1000:g};km" if done.metres else "0.0;"
        lines.append(
            f'{workout.date} 18:00:00;"Day {workout.day}";"{name}";{at + 1};{load};{done.reps};;'
            f"{length};{done.seconds};;;1h"
        )
    return "\n".join(lines) + "\n"


def strong_android_6(history: History) -> str:
    header = (
        "Workout #;Date;Workout Name;Duration (sec);Exercise Name;Set Order;Weight (kg);Reps;RPE;"
        "Distance (meters);Seconds;Notes;Workout Notes"
    )
    lines = [";".join(f'"{name}"' for name in header.split(";"))]
    for workout, name, at, done in _rows(history):
        cells = (
            workout.day + 1, f"{workout.date} 18:00:00", f"Day {workout.day}", 3600, name, at + 1,
            _kg(done.load_lb) if done.load_lb else "", done.reps or "", "", done.metres or "",
            done.seconds or "", "", "",
        )  # fmt: skip
        lines.append(";".join(f'"{cell}"' for cell in cells))
    return "\n".join(lines) + "\n"


MONTHS = {
    False: ("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    True: ("ene", "feb", "mar", "abr", "may", "jun"),
}


def hevy(*, pounds: bool, spanish: bool) -> Callable[[History], str]:
    months = MONTHS[spanish]

    def render(history: History) -> str:
        unit, measure = ("weight_lbs", "distance_miles") if pounds else ("weight_kg", "distance_km")
        header = (
            '"title","start_time","end_time","description","exercise_title","superset_id",'
            f'"exercise_notes","set_index","set_type","{unit}","reps","{measure}","duration_seconds","rpe"'
        )
        lines = [header]
        for workout, name, at, done in _rows(history, int(spanish)):
            _, month, day = workout.date.split("-")
            when = f"{int(day)} {months[int(month) - 1]} 2024"
            load = f"{done.load_lb:g}" if pounds else _kg(done.load_lb, 4)
            length = done.metres / (1609.344 if pounds else 1000)
            cells = (
                load if done.load_lb else "", done.reps or "",
                f"{round(length, 3):g}" if done.metres else "", done.seconds or "",
            )  # fmt: skip
            lines.append(
                f'"Day {workout.day}","{when}, 18:00","{when}, 19:00","","{name}",,"",{at},"normal",'
                + ",".join(map(str, cells))
                + ","
            )
        return "\n".join(lines) + "\n"

    return render


FRENCH = (
    "Date,Nom de l'entraînement,Durée,Nom de l'exercice,Ordre de la série,Poids,Réps,Distance,"
    "Secondes,Notes,Notes d'entraînement,RPE"
)
GERMAN = (
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,"
    "Sekunden,Notizen,Workout-Notizen,RPE"
)
ENGLISH = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
    "Workout Notes,RPE"
)

STRONG: dict[str, tuple[Callable[[History], str], str | None]] = {
    "ios lb": (strong_ios(ENGLISH, pounds=True), "lb"),
    "ios lb answered kg": (strong_ios(ENGLISH, pounds=True), "kg"),
    "ios kg fr": (strong_ios(FRENCH, pounds=False), "kg"),
    "ios lb de": (strong_ios(GERMAN, pounds=True), "lb"),
    "android": (strong_android, None),
    "android 6": (strong_android_6, None),
}
HEVY: dict[str, tuple[Callable[[History], str], str | None]] = {
    "kg en": (hevy(pounds=False, spanish=False), None),
    "lb en": (hevy(pounds=True, spanish=False), None),
    "kg es": (hevy(pounds=False, spanish=True), None),
    "lb es": (hevy(pounds=True, spanish=True), None),
}
"""Rendering → (printer, answer for the unit)."""
