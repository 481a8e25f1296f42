from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from fitfolio.core.revisions import current_revision
from fitfolio.core.stamps import here
from fitfolio.workouts import queries, service, sets
from fitfolio.workouts.schemas import SetWrite, WorkoutCreate
from fitfolio.workouts.stale import settle
from tests.conftest import START_MS
from tests.workouts.builders import a_set, a_workout, an_entry
from tests.workouts.test_bulk import make_user, rollups


def test_sets_logged_at_the_same_moment_all_count_and_have_their_own_revision(db):
    user = make_user(db)
    body = a_workout(an_entry())
    db.write_now(service.create_workout, user, WorkoutCreate.model_validate(body), START_MS)
    entry = body["exercises"][0]["id"]
    rows = [SetWrite.model_validate(a_set(position=n, weight=60 + n)) for n in range(24)]

    def log(row):
        return db.write_now(sets.log_set, user, body["id"], entry, row, here(START_MS))

    with ThreadPoolExecutor(6) as pool:
        # Each is sent twice, as a client does that heard no answer.
        saved = list(pool.map(log, [*rows, *rows]))
    assert {item.id for item in saved} == {row.id for row in rows}
    document = db.read_now(queries.find_document, user, body["id"])
    assert [row["weight"] for row in document["exercises"][0]["sets"]] == list(range(60, 84))
    first_answers = {item.id: item.rev for item in reversed(saved)}
    assert document["rev"] == max(first_answers.values())
    assert document["rev"] <= db.read_now(current_revision, user)
    db.write_now(settle, user)
    kept = db.read_now(rollups, user)
    db.write_now(service.rebuild, user)
    assert db.read_now(rollups, user) == kept
