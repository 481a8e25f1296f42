from __future__ import annotations

from fitfolio.core.ids import uuid7
from tests.imports.test_service import STRONG, follow, upload


def stored_uploads(server):
    folder = server.state.settings.data_dir / "uploads"
    return {path.read_bytes() for path in folder.iterdir()} if folder.exists() else set()


def test_nobody_can_replace_the_file_another_person_has_uploaded(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    import_id = upload(ada, STRONG)
    answer = bob.client.post("/api/v1/imports", params={"id": import_id}, content=b"mine now")
    assert (answer.status_code, answer.json()["code"]) == (409, "import.id_taken")
    assert stored_uploads(server) == {STRONG.encode()}
    assert follow(server, ada, import_id)["preview"]["counts"]["workouts"] == 2


def test_nobody_can_delete_the_file_another_person_has_uploaded(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    import_id = upload(ada, STRONG)
    assert bob.client.delete(f"/api/v1/imports/{import_id}").status_code == 404
    assert follow(server, ada, import_id)["status"] == "preview"


def test_an_upload_can_be_repeated_even_when_no_other_is_taken(server):
    ada = server.sign_in()
    ids = [upload(ada, STRONG) for _ in range(10)]
    refused = ada.client.post("/api/v1/imports", params={"id": uuid7()}, content=b"x")
    assert (refused.status_code, refused.json()["code"]) == (429, "import.too_many")
    assert upload(ada, STRONG, import_id=ids[0]) == ids[0]
    assert len(stored_uploads(server)) == 1, "the refused file is not kept"


def test_given_up_uploads_leave_the_disk(tmp_path):
    import os

    from fitfolio.imports.files import PART_KEPT_S, UPLOAD_KEPT_S, sweep

    now = 2_000_000_000.0
    ages = {
        "a.part": PART_KEPT_S + 1,
        "b.part": 60,
        "old": UPLOAD_KEPT_S + 1,
        "new": PART_KEPT_S + 1,
    }
    for name, age_s in ages.items():
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (now - age_s, now - age_s))
    sweep(tmp_path, now)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.part", "new"]
    sweep(tmp_path / "missing", now)
