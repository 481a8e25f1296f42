"""The error codes of workouts."""

from fitfolio.core.errors import Conflict, NotFound, Refused, register_codes

register_codes(
    {
        "workouts.not_found": (404, "There is no such workout."),
        "workouts.entry_not_found": (404, "There is no such exercise in this workout."),
        "workouts.set_not_found": (404, "There is no such set in this workout."),
        "workouts.unknown_exercise": (400, "There is no exercise with this id."),
        "workouts.id_taken": (409, "This id already belongs to something else."),
        "workouts.ends_before_start": (400, "A workout cannot end before it starts."),
        "workouts.in_the_future": (400, "A workout cannot start more than a day from now."),
        "workouts.unit_missing": (400, "A weight or distance needs its unit."),
        "workouts.negative_weight": (
            400,
            "Only bodyweight exercises take a weight below zero (help).",
        ),
        "workouts.prescription_too_large": (
            400,
            "What a program asked of this exercise is more than a workout can carry.",
        ),
        "workouts.recovered_not_found": (404, "There is no such recovered value."),
        "workouts.invalid_cursor": (400, "This is not a cursor of this list."),
    }
)


class WorkoutNotFound(NotFound):
    """Also for somebody else's workout."""

    def __init__(self) -> None:
        super().__init__("workouts.not_found", "There is no such workout.")


class EntryNotFound(NotFound):
    """The workout has no such exercise."""

    def __init__(self) -> None:
        super().__init__("workouts.entry_not_found", "There is no such exercise in this workout.")


class SetNotFound(NotFound):
    """The workout has no such set."""

    def __init__(self) -> None:
        super().__init__("workouts.set_not_found", "There is no such set in this workout.")


class UnknownExercise(Refused):
    """Neither the library nor the lifter's own exercises have the id."""

    def __init__(self, exercise_id: str) -> None:
        super().__init__(
            "workouts.unknown_exercise",
            "There is no exercise with this id.",
            exercise_id=exercise_id,
        )


class IdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("workouts.id_taken", "This id already belongs to something else.")


class EndsBeforeStart(Refused):
    """The end lies before the start."""

    def __init__(self) -> None:
        super().__init__("workouts.ends_before_start", "A workout cannot end before it starts.")


class InTheFuture(Refused):
    """More than a day ahead: a typing error, not a time zone."""

    def __init__(self) -> None:
        super().__init__(
            "workouts.in_the_future", "A workout cannot start more than a day from now."
        )


class UnitMissing(Refused):
    """A number whose meaning nobody could tell later."""

    def __init__(self) -> None:
        super().__init__("workouts.unit_missing", "A weight or distance needs its unit.")


class InvalidCursor(Refused):
    """The cursor was not made by this list."""

    def __init__(self) -> None:
        super().__init__("workouts.invalid_cursor", "This is not a cursor of this list.")


class NegativeWeight(Refused):
    """Help is subtracted only where one's own weight is lifted."""

    def __init__(self) -> None:
        super().__init__(
            "workouts.negative_weight", "Only bodyweight exercises take a weight below zero (help)."
        )


class PrescriptionTooLarge(Refused):
    """Every device carries every prescription."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            "workouts.prescription_too_large",
            f"What a program asked of this exercise takes more than {limit} bytes.",
            limit=limit,
        )


class RecoveredNotFound(NotFound):
    """Never there, or somebody else's."""

    def __init__(self) -> None:
        super().__init__("workouts.recovered_not_found", "There is no such recovered value.")
