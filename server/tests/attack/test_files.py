"""Files that come in and go out: bombs, traps, names that are paths, and formulas in tables."""

from __future__ import annotations

import csv
import gzip
import io
import sqlite3
import stat
import zipfile

import pytest

from fitfolio.core.ids import uuid7
from tests.imports.test_service import STRONG, follow, upload
from tests.programs.program_builders import FIVES
from tests.sharing.builders import share
from tests.workouts.builders import a_set, an_entry, create

MIB = 1024 * 1024
FORMULAS = ['=HYPERLINK("http://evil")', "+1+1", "-2+3+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1",
            "\n=1", "＝1+1", "＠x"]  # fmt: skip
BELIEVED = b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 50 + b'">' + b"".join(
    b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
) + b"]><x>&j;</x>"  # fmt: skip


def packed(entries: dict[str, bytes], **options: object) -> bytes:
    """A zip archive of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            for key, value in options.items():
                setattr(info, key, value)
            archive.writestr(info, data)
    return made.getvalue()


def lying_zip() -> bytes:
    """Hundred mebibytes whose directory says one byte."""
    real = packed({"strong.csv": bytes(100 * MIB)})
    size = (100 * MIB).to_bytes(4, "little")
    assert real.count(size) == 2
    return real.replace(size, (1).to_bytes(4, "little"))


def endless_view() -> bytes:
    """A database whose table is a view that never ends."""
    made = sqlite3.connect(":memory:")
    made.executescript(
        "CREATE TABLE exercise(_id, name, exercise_type_id); CREATE TABLE t(x);"
        "CREATE VIEW training_log AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM n)"
        " SELECT x AS _id, 1 AS exercise_id, '2024-01-01' AS date, x AS metric_weight, 1 AS reps FROM n;"
    )
    return made.serialize()


BOMBS = {
    "a gibibyte in gzip": gzip.compress(bytes(16 * MIB)) * 64,
    "gzip in gzip": gzip.compress(gzip.compress(bytes(16 * MIB)) * 16),
    "half a gibibyte in zip": packed({"strong.csv": bytes(512 * MIB)}),
    "a directory that lies about sizes": lying_zip(),
    "zip in zip": packed({"inner.zip": packed({"strong.csv": STRONG.encode()})}),
    "ten thousand members": packed({f"{n}.csv": b"x" for n in range(10_000)}),
    "a link": packed({"strong.csv": b"/etc/passwd"}, external_attr=(stat.S_IFLNK | 0o777) << 16),
    "a database that never ends": endless_view(),
    "brackets without end": b"[" * MIB,
    "objects without end": b'{"a":' * 200_000,
    "a billion laughs": b'<?xml version="1.0"?>' + BELIEVED,
    "laughs after a blank": b"\n\n <?xml version='1.0'?>" + BELIEVED,
    "laughs behind a mark": b"\xef\xbb\xbf<?xml version='1.0'?>" + BELIEVED,
    "laughs in two bytes": ("<?xml version='1.0' encoding='UTF-16'?>" + BELIEVED.decode()).encode("utf-16"),
    "laughs without a declaration": BELIEVED,
    "a file of the server in XML": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                                   b"<x>&a;</x>",
    "a watch's track": b'<?xml version="1.0"?><TrainingCenterDatabase/>',
    "all quotes": b'"' * MIB,
    "commas without end": b"Date,Workout Name\n" + b"," * MIB,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_or_a_trap_is_refused_with_a_sentence_and_the_server_goes_on(sqlite_server, name):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, BOMBS[name], "strong.csv")
    read = follow(sqlite_server, ada, import_id)
    assert read["status"] == "failed", read
    assert read["error_code"].startswith("import.")
    assert read["error_code"] != "import.failed"
    assert "root:" not in str(read)
    assert "Traceback" not in str(read)
    good = upload(ada, STRONG)
    assert follow(sqlite_server, ada, good)["status"] == "preview"


def test_a_compressed_body_is_not_unpacked(sqlite_server):
    """The server takes no `Content-Encoding`: what is sent is what is read."""
    ada = sqlite_server.sign_in()
    answer = ada.client.post(
        "/api/v1/metrics", content=gzip.compress(bytes(64 * MIB)),
        headers={"Content-Encoding": "gzip", "Content-Type": "application/json"},
    )  # fmt: skip
    assert (answer.status_code, answer.json()["code"]) == (422, "request.invalid")


NAMES = ["../../../../etc/cron.d/x", "..\\..\\boot.ini", "/etc/passwd", "C:\\x", "a/../../b", "....//x",
         "%2e%2e%2fx", "x\r\nSet-Cookie: a=b", "x\x1b[31m", "con", ".", "~root/x"]  # fmt: skip


def test_the_name_of_a_file_is_a_label_and_never_a_path(sqlite_server):
    ada = sqlite_server.sign_in()
    folder = sqlite_server.state.settings.data_dir
    for name in NAMES:
        import_id = uuid7()
        answer = ada.client.post(
            "/api/v1/imports", params={"id": import_id, "file_name": name}, content=STRONG.encode()
        )
        assert answer.status_code == 201
        assert "set-cookie" not in answer.headers
        assert (folder / "uploads" / f"{ada.id}.{import_id}").is_file()
        sqlite_server.run_jobs()
        assert ada.client.delete(f"/api/v1/imports/{import_id}").status_code == 204
    written = {path.parent for path in folder.parent.rglob("*") if path.is_file()}
    assert written <= {folder.parent, folder / "uploads"}


@pytest.mark.parametrize(
    "member", ["../../evil.csv", "/tmp/evil.csv", "a\\..\\evil.csv", "a/b/../../x.csv"]
)
def test_the_path_of_an_archives_member_leads_nowhere(sqlite_server, member):
    ada = sqlite_server.sign_in()
    import_id = upload(ada, packed({member: STRONG.encode()}))
    assert follow(sqlite_server, ada, import_id)["status"] == "preview"
    folder = sqlite_server.state.settings.data_dir.parent
    assert not list(folder.rglob("*evil*"))


def test_ids_that_name_uploads_are_ids(sqlite_server):
    ada = sqlite_server.sign_in()
    for import_id in ("../x", "..%2fx", "x" * 36, "/etc/passwd", f"{uuid7()}/../x", "\x00"):
        answer = ada.client.post("/api/v1/imports", params={"id": import_id}, content=b"x")
        assert answer.status_code == 422, import_id
    assert not list(sqlite_server.state.settings.data_dir.rglob("uploads/*"))


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_an_exported_table_begins_a_formula(sqlite_server, formula):
    client = sqlite_server.sign_in().client
    exercise = {"id": uuid7(), "name": formula}
    answer = client.post("/api/v1/exercises", json=exercise)
    entry = an_entry(a_set(notes=formula), notes=formula)
    if answer.status_code == 201:
        entry |= {"exercise_id": exercise["id"]}
    create(client, entry, title=formula, notes=formula)
    text = client.get("/api/v1/export/sets.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    cells = [cell for row in rows for cell in row.values() if cell]
    assert sum(formula.strip() in cell for cell in cells) >= 3
    for cell in cells:
        assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠")), cell


@pytest.mark.parametrize("title", NAMES)
def test_the_name_of_a_download_cannot_leave_its_header(sqlite_server, title):
    client = sqlite_server.sign_in().client
    quoted = title.replace("\r\n", " ").replace("\x1b", "").replace("\\", "/").replace('"', "'")
    stored = share(client, FIVES.replace("Fives", quoted, 1))
    answer = client.get(f"/p/{stored['token']}.txt")
    name = (
        answer.headers["Content-Disposition"]
        .removeprefix('attachment; filename="')
        .removesuffix('"')
    )
    assert name.endswith(".txt")
    assert name.isascii()
    assert set(name.removesuffix(".txt")) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
