"""Pushable operations of programs, their editions, and enrolments with their facts.

A device may not have heard of a deletion yet: its later edits bring back what they are about.
"""

from __future__ import annotations

from fitfolio.core.revisions import current_revision
from fitfolio.enrolments import facts
from fitfolio.enrolments import service as enrolments
from fitfolio.enrolments.schemas import EnrolmentChange, EnrolmentCreate, FactCreate
from fitfolio.programs import editions, shelf
from fitfolio.programs.program_schemas import ProgramChange, ProgramCreate, ProgramVersionCreate
from fitfolio.sync.calls import Call, Operation


def _create_program(call: Call) -> int:
    return shelf.create_program(call.conn, call.viewer.id, call.body, call.now_ms).rev


def _change_program(call: Call) -> int:
    key = call.path["program_id"]
    return shelf.change_program(call.conn, call.viewer.id, key, call.body, brings_back=True).rev


def _delete_program(call: Call) -> int:
    shelf.delete_program(call.conn, call.viewer.id, call.path["program_id"], call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _restore_program(call: Call) -> int:
    return shelf.restore_program(call.conn, call.viewer.id, call.path["program_id"]).rev


def _create_version(call: Call) -> int:
    return editions.create_version(call.conn, call.viewer.id, call.body, call.now_ms).rev


def _create_enrolment(call: Call) -> int:
    return enrolments.create_enrolment(call.conn, call.viewer.id, call.body, call.now_ms).rev


def _change_enrolment(call: Call) -> int:
    key = call.path["enrolment_id"]
    return enrolments.change_enrolment(
        call.conn, call.viewer.id, key, call.body, brings_back=True
    ).rev


def _delete_enrolment(call: Call) -> int:
    key = call.path["enrolment_id"]
    enrolments.delete_enrolment(call.conn, call.viewer.id, key, call.now_ms)
    return current_revision(call.conn, call.viewer.id)


def _restore_enrolment(call: Call) -> int:
    return enrolments.restore_enrolment(call.conn, call.viewer.id, call.path["enrolment_id"]).rev


def _add_fact(call: Call) -> int:
    key = call.path["enrolment_id"]
    return facts.store_fact(call.conn, call.viewer.id, key, call.body, brings_back=True)


def _delete_fact(call: Call) -> int:
    ids = call.path["enrolment_id"], call.path["fact_id"]
    facts.delete_fact(call.conn, call.viewer.id, *ids, call.now_ms)
    return current_revision(call.conn, call.viewer.id)


_PROGRAM = ("program_id",)
_ENROLMENT = ("enrolment_id",)
_FACT = ("enrolment_id", "fact_id")

PROGRAM_OPERATIONS: dict[str, Operation] = {
    "programs.create": Operation(_create_program, (), ProgramCreate),
    "programs.change": Operation(_change_program, _PROGRAM, ProgramChange),
    "programs.delete": Operation(_delete_program, _PROGRAM),
    "programs.restore": Operation(_restore_program, _PROGRAM),
    "program_versions.create": Operation(_create_version, (), ProgramVersionCreate),
    "enrolments.create": Operation(_create_enrolment, (), EnrolmentCreate),
    "enrolments.change": Operation(_change_enrolment, _ENROLMENT, EnrolmentChange),
    "enrolments.delete": Operation(_delete_enrolment, _ENROLMENT),
    "enrolments.restore": Operation(_restore_enrolment, _ENROLMENT),
    "enrolments.add_fact": Operation(_add_fact, _ENROLMENT, FactCreate),
    "enrolments.delete_fact": Operation(_delete_fact, _FACT),
}
"""By the operation id of the ordinary API."""
