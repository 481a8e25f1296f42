"""What kind of file it is, its text, and what an archive may hold."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from fitfolio.imports.reading import ImportRefused, open_source

TABLE = "Date;Übung;Reps\n2024-01-01;Kniebeuge;5\n"


def refusal(data: bytes, **limits: int) -> str:
    def read_all() -> str:
        return open_source(data, **limits).inner.text

    with pytest.raises(ImportRefused) as caught:
        read_all()
    assert caught.value.message.endswith(".")
    assert str(caught.value) == caught.value.message
    return caught.value.code


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.encode("utf-16-le"),
        TABLE.encode("utf-16-be"),
        TABLE.encode("cp1252"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
    ],
)
def test_the_same_text_comes_out_of_every_encoding_and_line_end(data: bytes):
    assert open_source(data).text == TABLE


def test_a_file_cut_inside_a_character_keeps_the_rest():
    assert open_source("Date,Exercise\n2024-01-01,Dip ü".encode()[:-1]).text.endswith("Dip ")


def test_one_damaged_byte_does_not_turn_all_umlauts_into_noise():
    text = "Übung,Wiederholungen\n" + "Überzüge,8\n" * 20
    assert "Überzüge" in open_source(text.encode() + b"\xff\xfe,9\n").text


@pytest.mark.parametrize(
    "data", [b"", b"  \n\r\n ", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00\x00\x00\x00"]
)
def test_a_file_without_content_is_refused_as_empty(data: bytes):
    assert refusal(data) == "import.empty"


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(ImportRefused) as caught:
        open_source(path)
    assert caught.value.code == "import.too_large"
    assert refusal(b"a,b\n" * 100, limit_bytes=10) == "import.too_large"


def test_a_missing_file_is_refused_with_the_reason(tmp_path):
    with pytest.raises(ImportRefused, match="No such file") as caught:
        open_source(tmp_path / "nothing.csv")
    assert caught.value.code == "import.unreadable"


def test_nul_bytes_inside_a_table_are_refused():
    assert refusal(b"Date,Exercise,Reps\n2024-01-01,Sq\x00uat,5\n" * 5) == "import.nul_bytes"


def test_a_picture_is_refused_as_binary():
    assert refusal(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20) == "import.binary"


def test_broken_utf16_is_refused_as_an_encoding_problem():
    assert (
        refusal(b"\xff\xfe" + "Date,Reps\n".encode("utf-16-le") + b"\x00\xd8\x41\x00")
        == "import.encoding"
    )


def test_bytes_that_fit_no_encoding_are_refused():
    assert refusal(b"a,b\n\x81\x8d\x8f\x90\x9d,1\n") == "import.encoding"


def test_a_packed_table_is_unpacked_and_any_other_file_is_its_own_inner():
    assert open_source(gzip.compress(TABLE.encode())).inner.text == TABLE
    assert (
        open_source(zipped({"__MACOSX/._a.csv": b"x", "a.csv": TABLE.encode()})).inner.text == TABLE
    )
    plain = open_source(TABLE.encode())
    assert plain.inner is plain


def test_a_zip_bomb_is_refused_while_it_unpacks():
    assert refusal(gzip.compress(b"0" * 40_000_000)) == "import.archive_bomb"
    assert refusal(zipped({"a.csv": b"0" * 40_000_000})) == "import.archive_bomb"


def test_an_archive_that_unpacks_beyond_the_limit_is_refused():
    assert (
        refusal(gzip.compress(bytes(range(256)) * 400), limit_bytes=50_000) == "import.archive_bomb"
    )


def test_an_archive_in_an_archive_is_refused():
    assert refusal(zipped({"b.gz": gzip.compress(TABLE.encode())})) == "import.archive_nested"


def test_an_archive_of_several_files_asks_for_one():
    assert refusal(zipped({"a.csv": b"a,b", "b.csv": b"a,b"})) == "import.archive_many"


def test_an_archive_of_nothing_is_refused_as_empty():
    assert refusal(zipped({})) == "import.empty"
    assert refusal(gzip.compress(b" \n")) == "import.empty"


@pytest.mark.parametrize("pack", [gzip.compress, lambda data: zipped({"a.csv": data})])
def test_a_cut_archive_is_refused_as_truncated(pack):
    packed = pack(TABLE.encode() * 50)
    assert refusal(packed[: len(packed) // 2]) == "import.truncated"


def test_an_encrypted_zip_is_refused():
    data = bytearray(zipped({"a.csv": TABLE.encode()}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    assert refusal(bytes(data)) == "import.archive_locked"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"SQLite format 3\x00rest", "sqlite"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00\x00", "fit"),
        (b"<?xml version='1.0'?><a/>", "xml"),
        (b"\n<!DOCTYPE HealthData [", "xml"),
        (b"Date,Exercise\n", "text"),
    ],
)
def test_the_kind_of_a_file_is_read_from_its_first_bytes(data: bytes, kind: str):
    assert open_source(data).kind == kind
