"""What ties a workout to a program, in the form it is stored in: texts that are copied and never computed with."""

from __future__ import annotations

import json

from fitfolio.programs.prescriptions import Prescription, WorkoutProgram
from fitfolio.workouts.errors import PrescriptionTooLarge

MAX_PRESCRIPTION_BYTES = 65_536


def program_text(program: WorkoutProgram | None) -> str | None:
    """The column's value; equal programs are equal texts, so that merging can compare them."""
    return None if program is None else json.dumps(program.model_dump(), ensure_ascii=False)


def enrolment_of(program: str | None) -> str | None:
    """The enrolment in a column's value."""
    if program is None:
        return None
    enrolment_id: str = json.loads(program)["enrolment_id"]
    return enrolment_id


def prescription_text(prescription: Prescription | None) -> str | None:
    """The column's value; PrescriptionTooLarge beyond what a device should carry with every workout."""
    if prescription is None:
        return None
    text = json.dumps(prescription.model_dump(), ensure_ascii=False)
    if len(text.encode()) > MAX_PRESCRIPTION_BYTES:
        raise PrescriptionTooLarge(MAX_PRESCRIPTION_BYTES)
    return text
