from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from fitfolio.core.ids import uuid7

STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",W,40,8,0,0,"","felt good",
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",1,80,5,0,0,"","felt good",8
2024-01-01 18:00:00,"Push",1h 5m,"Bench Press (Barbell)",Rest Timer,0,0,0,120,"","felt good",
2024-01-01 18:00:00,"Push",1h 5m,"Zercher Wobble Lift",1,30,10,0,0,"","felt good",
2024-01-03 18:00:00,"Pull",45m,"Deadlift (Barbell)",1,120,5,0,0,"","",
2024-01-03 18:00:00,"Pull",45m,"Deadlift (Barbell)",2,120,877777,0,0,"","",
"""
MORE = STRONG + '2024-01-05 18:00:00,"Legs",50m,"Squat (Barbell)",1,100,5,0,0,"","",\n'


def upload(person, text, name="strong.csv", import_id=None):
    import_id = import_id or uuid7()
    body = text.encode() if isinstance(text, str) else text
    answer = person.client.post(
        "/api/v1/imports", params={"id": import_id, "file_name": name}, content=body
    )
    assert answer.status_code == 201, answer.text
    return import_id


def follow(server, person, import_id):
    server.run_jobs()
    return person.client.get(f"/api/v1/imports/{import_id}").json()


def bring_in(server, person, text, **options):
    import_id = upload(person, text)
    follow(server, person, import_id)
    options = {"unit": "kg", **options}
    assert person.client.patch(f"/api/v1/imports/{import_id}", json=options).status_code == 200
    server.run_jobs()
    confirmed = person.client.post(f"/api/v1/imports/{import_id}/confirm")
    assert confirmed.status_code == 202, confirmed.text
    return import_id, follow(server, person, import_id)


def workouts(person):
    return person.client.get("/api/v1/workouts").json()["workouts"]


def test_preview_confirm_undo_and_again(server):
    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    assert ada.client.get(f"/api/v1/imports/{import_id}").json()["status"] == "reading"
    read = follow(server, ada, import_id)
    assert read["status"] == "preview"
    preview = read["preview"]
    assert preview["counts"] | {"tonnage_kg": 0} == {
        "format": "strong", "workouts": 2, "sets": 5, "loaded_sets": 5, "warmup_sets": 1,
        "exercises": 3, "reps": 877805, "tonnage_kg": 0, "first": "2024-01-01T18:00:00",
        "last": "2024-01-03T18:00:00", "measurements": 0,
    }  # fmt: skip
    assert preview["needs_unit"] is True
    assert preview["needs_time_zone"] is True
    assert preview["flagged_total"] == 1
    assert preview["flagged"][0]["line"] == 7
    decisions = {item["name"]: item["decision"] for item in preview["names"]}
    assert decisions["Bench Press (Barbell)"] == "matched"
    assert decisions["Zercher Wobble Lift"] == "create"
    assert workouts(ada) == []

    done_id, done = bring_in(server, ada, STRONG, time_zone="Europe/Berlin")
    assert done["status"] == "done"
    assert done["result"]["workouts_added"] == 2
    assert done["result"]["sets_added"] == 5
    assert done["result"]["created_exercises"] == 1
    stored = workouts(ada)
    assert [item["title"] for item in stored] == ["Pull", "Push"]
    assert stored[1]["started_at"] == "2024-01-01T17:00:00.000Z"

    assert ada.client.post(f"/api/v1/imports/{done_id}/undo").status_code == 202
    assert follow(server, ada, done_id)["status"] == "undone"
    assert workouts(ada) == []
    assert ada.client.get("/api/v1/records").json()["records"] == []
    _, again = bring_in(server, ada, STRONG)
    assert again["result"]["workouts_added"] == 2


def test_the_same_file_again_adds_nothing_and_a_longer_one_only_what_is_new(server):
    ada = server.sign_in()
    bring_in(server, ada, STRONG)
    _, same = bring_in(server, ada, STRONG)
    assert (same["result"]["workouts_added"], same["result"]["duplicates_skipped"]) == (0, 2)
    _, longer = bring_in(server, ada, MORE)
    assert (longer["result"]["workouts_added"], longer["result"]["sets_added"]) == (1, 1)
    assert len(workouts(ada)) == 3


def test_a_workout_exported_half_way_is_completed_by_the_next_export(server):
    ada = server.sign_in()
    lines = STRONG.splitlines(keepends=True)
    bring_in(server, ada, "".join(lines[:3]))
    _, rest = bring_in(server, ada, STRONG)
    assert (rest["result"]["workouts_added"], rest["result"]["workouts_extended"]) == (1, 1)
    (push,) = [item for item in workouts(ada) if item["title"] == "Push"]
    assert push["sets"] == 2  # and a warm-up
    assert bring_in(server, ada, STRONG)[1]["result"]["sets_added"] == 0


def test_undoing_the_completion_keeps_the_first_half(server):
    ada = server.sign_in()
    lines = STRONG.splitlines(keepends=True)
    bring_in(server, ada, "".join(lines[:3]))
    second, _ = bring_in(server, ada, STRONG)
    ada.client.post(f"/api/v1/imports/{second}/undo")
    assert follow(server, ada, second)["status"] == "undone"
    (push,) = workouts(ada)
    assert (push["title"], push["sets"]) == ("Push", 1)


def test_a_workout_deleted_by_hand_does_not_come_back(server):
    ada = server.sign_in()
    bring_in(server, ada, STRONG)
    (pull,) = [item for item in workouts(ada) if item["title"] == "Pull"]
    assert ada.client.delete(f"/api/v1/workouts/{pull['id']}").status_code in {200, 204}
    bring_in(server, ada, MORE)
    assert sorted(item["title"] for item in workouts(ada)) == ["Legs", "Push"]


def test_a_flagged_set_is_kept_shown_and_out_of_records(server):
    ada = server.sign_in()
    bring_in(server, ada, STRONG)
    records = ada.client.get("/api/v1/records").json()["records"]
    assert records
    assert all(record["value"] < 100_000 for record in records)
    (pull,) = [item for item in workouts(ada) if item["title"] == "Pull"]
    document = ada.client.get(f"/api/v1/workouts/{pull['id']}").json()
    sets = document["exercises"][0]["sets"]
    assert [item["flagged"] for item in sets] == [None, "set.reps"]
    assert sets[1]["reps"] == 877777


def test_a_chosen_name_is_used_and_remembered_for_the_next_file(server):
    ada = server.sign_in()
    squat = next(
        item for item in preview_of(server, ada, MORE)["names"] if item["name"] == "Squat (Barbell)"
    )["exercise_id"]
    _, done = bring_in(server, ada, STRONG, names={"Zercher Wobble Lift": squat})
    assert done["result"]["created_exercises"] == 0
    later = STRONG.replace("2024-01-01", "2024-02-01").replace("2024-01-03", "2024-02-03")
    names = {item["name"]: item for item in preview_of(server, ada, later)["names"]}
    assert names["Zercher Wobble Lift"]["exercise_id"] == squat
    assert names["Zercher Wobble Lift"]["decision"] == "matched"


def preview_of(server, person, text):
    import_id = upload(person, text)
    return follow(server, person, import_id)["preview"]


def test_a_choice_of_somebody_elses_exercise_is_refused(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    theirs = uuid7()
    bring_in(server, bob, STRONG)
    answer = ada.client.patch(
        f"/api/v1/imports/{import_id}", json={"names": {"Zercher Wobble Lift": theirs}}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "import.unknown_exercise")


def test_another_persons_import_does_not_exist(server):
    ada, bob = server.sign_in("ada@example.org"), server.sign_in("bob@example.org")
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    base = f"/api/v1/imports/{import_id}"
    answers = [
        bob.client.get(base), bob.client.patch(base, json={"unit": "lb"}),
        bob.client.post(base + "/confirm"), bob.client.post(base + "/undo"),
    ]  # fmt: skip
    assert {answer.status_code for answer in answers} == {404}
    bob.client.delete(base)
    assert ada.client.get(base).status_code == 200


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", "import.empty"),
        (b"\x00" * 100, "import."),
        (b"%PDF-1.4 \x00\x01\x02 nothing of ours", "import."),
        (b"PK\x03\x04 broken archive", "import."),
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "import.xml_refused"),
        (b"once upon a time there was a text", "import."),
    ],
)
def test_a_file_that_is_none_fails_with_a_sentence_and_touches_nothing(sqlite_server, body, code):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, body, "holiday.pdf")
    read = follow(sqlite_server, ada, import_id)
    assert read["status"] == "failed"
    assert read["error_code"].startswith(code)
    assert read["error_detail"].endswith((".", "!"))
    assert workouts(ada) == []
    assert ada.client.delete(f"/api/v1/imports/{import_id}").status_code == 204
    assert ada.client.get("/api/v1/imports").json()["imports"] == []


def test_a_zip_bomb_is_refused(sqlite_server):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x.csv", b"0" * 300_000_000)
    ada = sqlite_server.sign_in()
    import_id = upload(ada, packed.getvalue())
    read = follow(sqlite_server, ada, import_id)
    assert read["error_code"] in {"import.archive_bomb", "import.too_large"}


def test_a_gzipped_export_is_unpacked(sqlite_server):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, gzip.compress(STRONG.encode()))
    assert follow(sqlite_server, ada, import_id)["preview"]["counts"]["sets"] == 5


def test_a_file_over_the_limit_is_413_and_leaves_nothing_on_disk(sqlite_url, tmp_path):
    from tests.conftest import make_settings, start_server

    for server in start_server(make_settings(sqlite_url, tmp_path, max_import_mb=1)):
        ada = server.sign_in()

        def chunks():
            for _ in range(30):
                yield b"x" * 100_000

        for content in (b"x" * 2_000_000, chunks()):
            answer = ada.client.post(
                "/api/v1/imports", params={"id": uuid7(), "file_name": "x"}, content=content
            )
            assert answer.status_code == 413
            assert answer.json()["code"] == "import.too_large"
            assert answer.json()["detail"] == (
                "The file is larger than 1 MiB, the most that this server takes."
            )
        uploads = tmp_path / "data" / "uploads"
        assert not uploads.exists() or list(uploads.iterdir()) == []


def test_confirming_and_uploading_twice_is_the_same_as_once(server):
    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    upload(ada, STRONG, import_id=import_id)
    follow(server, ada, import_id)
    ada.client.patch(f"/api/v1/imports/{import_id}", json={"unit": "kg"})
    follow(server, ada, import_id)
    for _ in range(2):
        assert ada.client.post(f"/api/v1/imports/{import_id}/confirm").status_code == 202
    assert follow(server, ada, import_id)["status"] == "done"
    assert ada.client.post(f"/api/v1/imports/{import_id}/confirm").status_code == 202
    server.run_jobs()
    assert len(workouts(ada)) == 2
    assert len(ada.client.get("/api/v1/imports").json()["imports"]) == 1


def test_a_finished_import_must_be_undone_before_it_leaves_the_list(server):
    ada = server.sign_in()
    import_id, _ = bring_in(server, ada, STRONG)
    answer = ada.client.delete(f"/api/v1/imports/{import_id}")
    assert (answer.status_code, answer.json()["code"]) == (409, "import.wrong_state")


def test_an_unknown_table_asks_for_its_columns_and_takes_the_answer(server):
    text = "Tag;Bewegung;Last;Anzahl\n2024-01-01;Kniebeuge;100;5\n2024-01-02;Bankdrücken;80;6\n"
    ada = server.sign_in()
    import_id = upload(ada, text)
    preview = follow(server, ada, import_id)["preview"]
    assert preview["needs_columns"] == ["Tag", "Bewegung", "Last", "Anzahl"]
    assert preview["sample_rows"][0] == ["2024-01-01", "Kniebeuge", "100", "5"]
    early = ada.client.post(f"/api/v1/imports/{import_id}/confirm")
    assert (early.status_code, early.json()["code"]) == (400, "import.needs_answer")
    columns = {"date": "Tag", "exercise": "Bewegung", "weight": "Last", "reps": "Anzahl"}
    ada.client.patch(f"/api/v1/imports/{import_id}", json={"columns": columns, "unit": "kg"})
    read = follow(server, ada, import_id)
    assert read["preview"]["counts"]["sets"] == 2
    ada.client.post(f"/api/v1/imports/{import_id}/confirm")
    assert follow(server, ada, import_id)["result"]["workouts_added"] == 2


def test_the_upload_leaves_the_disk_when_the_import_is_over(sqlite_server):
    ada = sqlite_server.sign_in()
    bring_in(sqlite_server, ada, STRONG)
    uploads = sqlite_server.state.settings.data_dir / "uploads"
    assert list(uploads.iterdir()) == []


def test_a_failure_in_the_middle_of_writing_leaves_the_account_untouched(server, monkeypatch):
    from fitfolio.imports import taking

    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    ada.client.patch(f"/api/v1/imports/{import_id}", json={"unit": "kg"})
    server.run_jobs()

    def killed(*_args, **_kwargs):
        raise RuntimeError("power cut")

    monkeypatch.setattr(taking, "_insert_provenance", killed)
    ada.client.post(f"/api/v1/imports/{import_id}/confirm")
    failed = follow(server, ada, import_id)
    assert (failed["status"], failed["error_code"]) == ("failed", "import.failed")
    assert workouts(ada) == []
    changes = ada.client.get("/api/v1/sync?since=0").json()["changes"]
    assert [change["kind"] for change in changes if change["kind"] != "profile"] == []
    monkeypatch.undo()
    assert bring_in(server, ada, STRONG)[1]["result"]["workouts_added"] == 2


def test_an_import_cut_by_a_killed_process_is_whole_after_the_next_start(server):
    from fitfolio.core.jobs import claim, release_all

    ada = server.sign_in()
    import_id = upload(ada, STRONG)
    follow(server, ada, import_id)
    ada.client.patch(f"/api/v1/imports/{import_id}", json={"unit": "kg"})
    server.run_jobs()
    ada.client.post(f"/api/v1/imports/{import_id}/confirm")
    db = server.state.db
    assert db.write_now(claim, server.clock.now_ms()) is not None  # and then the process dies
    assert follow(server, ada, import_id)["status"] == "importing"
    db.write_now(release_all)
    assert follow(server, ada, import_id)["status"] == "done"
    assert len(workouts(ada)) == 2


def test_every_refusal_a_reader_can_give_is_a_documented_code():
    import re
    from pathlib import Path

    import fitfolio.imports as package
    from fitfolio.core.errors import CODES

    folder = Path(package.__file__).parent
    used = {
        code
        for path in folder.rglob("*.py")
        for code in re.findall(r'"(import\.[a-z_]+)"', path.read_text())
    }
    assert used
    assert used <= CODES.keys()


def test_the_command_imports_reports_and_adds_nothing_twice(tmp_path, monkeypatch, capsys):
    from fitfolio.cli import main

    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "data"))
    file = tmp_path / "strong.csv"
    file.write_text(STRONG)
    assert main(["user", "create", "ada@example.org"]) == 0
    capsys.readouterr()
    arguments = ["import", str(file), "--user", "ada@example.org", "--unit", "kg", "--json"]
    assert main([*arguments, "--dry-run"]) == 0
    dry = json.loads(capsys.readouterr().out)
    assert (dry["workouts"], dry["sets"], dry["workouts_added"]) == (2, 5, 0)
    assert main(arguments) == 0
    first = json.loads(capsys.readouterr().out)
    assert {"format", "workouts", "sets", "loaded_sets", "warmup_sets", "exercises", "reps",
            "tonnage_kg", "first", "last", "matched_exercises", "created_exercises",
            "duplicates_skipped", "skipped", "flagged"} <= first.keys()  # fmt: skip
    assert (first["created_exercises"], first["duplicates_skipped"]) == (1, 0)
    assert first["flagged"][0]["line"] == 7
    assert main(arguments) == 0
    assert json.loads(capsys.readouterr().out)["duplicates_skipped"] == 2


@pytest.mark.parametrize(
    ("content", "arguments", "words"),
    [
        (b"", [], "empty"),
        (b"\x00\x01", [], ""),
        (b"a,b\n1,2\n", [], ""),
        (STRONG.encode(), ["--timezone", "Mars/Base"], "Mars/Base"),
        (STRONG.encode(), ["--format", "nonsense"], "nonsense"),
    ],
)
def test_the_command_refuses_in_one_sentence(
    tmp_path, monkeypatch, capsys, content, arguments, words
):
    from fitfolio.cli import main

    monkeypatch.setenv("FITFOLIO_DATA_DIR", str(tmp_path / "data"))
    file = tmp_path / "file"
    file.write_bytes(content)
    main(["user", "create", "ada@example.org"])
    capsys.readouterr()
    assert main(["import", str(file), "--user", "ada@example.org", *arguments]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert words in captured.err
    assert captured.err.count("\n") == 1
