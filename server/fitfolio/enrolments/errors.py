"""The error codes of enrolments and their facts."""

from fitfolio.core.errors import Conflict, NotFound, Refused, register_codes

register_codes(
    {
        "enrolments.not_found": (404, "There is no such enrolment."),
        "enrolments.fact_not_found": (404, "There is no such fact in this enrolment."),
        "enrolments.id_taken": (409, "This id already belongs to something else."),
        "enrolments.too_many": (400, "There are as many enrolments as an account may have."),
        "enrolments.too_many_facts": (
            400,
            "There are as many facts as an enrolment may have; end it and begin a new one.",
        ),
        "enrolments.unknown_key": (
            400,
            "The program has no such lift, track or quantity.",
        ),
        "enrolments.unknown_exercise": (400, "There is no exercise with this id."),
        "enrolments.fact_incomplete": (400, "A fact of this kind needs more than was sent."),
    }
)


class EnrolmentNotFound(NotFound):
    """Also for somebody else's enrolment."""

    def __init__(self) -> None:
        super().__init__("enrolments.not_found", "There is no such enrolment.")


class FactNotFound(NotFound):
    """The enrolment never had such a fact."""

    def __init__(self) -> None:
        super().__init__("enrolments.fact_not_found", "There is no such fact in this enrolment.")


class IdTaken(Conflict):
    """A client-made id that belongs to another row."""

    def __init__(self) -> None:
        super().__init__("enrolments.id_taken", "This id already belongs to something else.")


class TooManyEnrolments(Refused):
    """A limit no lifter meets; it keeps the first pull small."""

    def __init__(self, limit: int) -> None:
        super().__init__("enrolments.too_many", f"An account may have {limit} enrolments.")


class TooManyFacts(Refused):
    """Facts travel with their enrolment, so their number is bounded."""

    def __init__(self, limit: int) -> None:
        super().__init__(
            "enrolments.too_many_facts",
            f"An enrolment may have {limit} facts; end it and begin a new one.",
        )


class UnknownKey(Refused):
    """Neither the edition that was begun with nor a later one knows it."""

    def __init__(self, key: str) -> None:
        super().__init__(
            "enrolments.unknown_key",
            f"The program has nothing that is called {key!r}.",
            key=key,
        )


class UnknownExercise(Refused):
    """Neither the library nor the lifter's own exercises have the id."""

    def __init__(self, exercise_id: str) -> None:
        super().__init__(
            "enrolments.unknown_exercise",
            "There is no exercise with this id.",
            exercise_id=exercise_id,
        )


class FactIncomplete(Refused):
    """The engine would read it as nothing."""

    def __init__(self, kind: str, field: str) -> None:
        super().__init__(
            "enrolments.fact_incomplete", f"A fact of kind {kind} needs {field}.", field=field
        )
