"""The error codes of templates."""

from fitfolio.core.errors import Conflict, NotFound, Refused, register_codes

register_codes(
    {
        "templates.not_found": (404, "There is no such template."),
        "templates.id_taken": (409, "This id belongs to another template."),
        "templates.unknown_exercise": (400, "There is no exercise with this id."),
        "templates.unit_missing": (400, "A weight or distance needs its unit."),
        "templates.negative_weight": (
            400,
            "Only bodyweight exercises take a weight below zero (help).",
        ),
        "templates.same_id_twice": (400, "Two exercises of a template have the same id."),
        "templates.too_many": (400, "There are as many templates as an account may have."),
    }
)


class TemplateNotFound(NotFound):
    """Also for somebody else's template."""

    def __init__(self) -> None:
        super().__init__("templates.not_found", "There is no such template.")


class IdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("templates.id_taken", "This id belongs to another template.")


class UnknownExercise(Refused):
    """Neither the library nor the lifter's own exercises have the id."""

    def __init__(self, exercise_id: str) -> None:
        super().__init__(
            "templates.unknown_exercise",
            "There is no exercise with this id.",
            exercise_id=exercise_id,
        )


class UnitMissing(Refused):
    """A number whose meaning nobody could tell later."""

    def __init__(self) -> None:
        super().__init__("templates.unit_missing", "A weight or distance needs its unit.")


class NegativeWeight(Refused):
    """Help is subtracted only where one's own weight is lifted."""

    def __init__(self) -> None:
        super().__init__(
            "templates.negative_weight",
            "Only bodyweight exercises take a weight below zero (help).",
        )


class SameIdTwice(Refused):
    """Exercises of one template are told apart by their ids."""

    def __init__(self) -> None:
        super().__init__(
            "templates.same_id_twice", "Two exercises of this template have the same id."
        )


class TooManyTemplates(Refused):
    """A limit no lifter meets; it keeps the first pull small."""

    def __init__(self, limit: int) -> None:
        super().__init__("templates.too_many", f"An account may have {limit} templates.")
