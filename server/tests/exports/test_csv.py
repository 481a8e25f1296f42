from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.core.ids import uuid7
from fitfolio.exports.csv_export import COLUMNS, export_csv, safe_text
from fitfolio.exports.streaming import stream
from fitfolio.workouts.bulk import NewEntry, NewSet, NewWorkout, insert_workouts
from tests.exports.accounts import BENCH, fill


def table(person):
    answer = person.client.get("/api/v1/export/sets.csv")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == (
        'attachment; filename="fitfolio-sets-2026-11-18.csv"'
    )
    text = answer.content.decode("utf-8")
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def test_every_set_is_a_row_with_what_was_typed_and_its_kilograms(server):
    ada = server.sign_in()
    fill(server, ada)
    rows = table(ada)
    assert len(rows) == 5 + 4
    amrap = next(row for row in rows if row["kind"] == "amrap")
    assert (amrap["weight"], amrap["weight_unit"], amrap["load_kg"], amrap["reps"]) == (
        "225", "lb", "102.05828325", "9"
    )  # fmt: skip
    assert (amrap["superset"], amrap["set"], amrap["rir"], amrap["rpe"]) == ("1", "2", "0", "")
    assert amrap["workout_notes"] == "line\nbreak"
    assert amrap["exercise"] == "Bankdrücken (Langhantel)"
    drop = next(row for row in rows if row["kind"] == "drop")
    assert (drop["weight"], drop["completed"]) == ("-20", "false")


def test_texts_that_a_spreadsheet_would_run_are_quoted_and_numbers_are_not(server):
    ada = server.sign_in()
    fill(server, ada)
    rows = [row for row in table(ada) if row["local_date"] == "2026-09-21"]
    assert {row["workout"] for row in rows} == {'\'-Leg, "day"'}
    assert rows[0]["set_notes"] == "'=1+1"
    assert rows[0]["weight"] == "60.5"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_every_known_beginning_of_a_formula_is_quoted(text):
    assert safe_text(text) == f"'{text}"


@given(st.text())
def test_a_text_is_never_cut_and_quoted_only_where_needed(text):
    safe = safe_text(text)
    assert safe in (text, f"'{text}")
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))


def test_a_large_table_comes_in_parts_of_bounded_size(sqlite_server):
    ada, db = sqlite_server.sign_in(), sqlite_server.state.db
    sets = [NewSet(weight=100, weight_unit="kg", reps=5, notes="note " * 10)] * 20
    workouts = [
        NewWorkout(uuid7(), 1_700_000_000_000 + index, "UTC", "2023-11-14", [NewEntry(BENCH, sets)])
        for index in range(300)
    ]
    db.write_now(insert_workouts, ada.id, workouts, {})
    parts = list(stream(db, lambda conn: export_csv(conn, ada.id, "en")))
    assert len(parts) > 10
    assert max(map(len, parts)) < 200_000
    assert b"".join(parts).count(b"\r\n") == 6001
