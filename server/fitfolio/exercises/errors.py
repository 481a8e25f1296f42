"""The error codes of exercises."""

from fitfolio.core.errors import register_codes

register_codes(
    {
        "exercise.not_found": (404, "There is no such exercise."),
        "exercise.library_is_fixed": (
            400,
            "Exercises of the library cannot be changed; make your own.",
        ),
        "exercise.id_taken": (409, "This id belongs to another exercise."),
        "exercise.same_muscle_twice": (400, "A muscle is either primary or secondary, not both."),
        "exercise.step_without_unit": (400, "A step needs its unit."),
    }
)
