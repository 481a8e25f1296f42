"""Splitting text into records."""

from __future__ import annotations

import pytest

from fitfolio.imports.reading import ImportRefused, header_index, rows
from fitfolio.imports.records import MAX_LINE_CHARS, sniff_delimiter, without_endless_lines


def test_a_line_break_inside_quotes_belongs_to_the_cell_and_lines_stay_physical():
    text = 'a,b\n1,"x\ny"\n\n2,z\n'
    assert list(rows(text)) == [(1, ["a", "b"]), (2, ["1", "x\ny"]), (5, ["2", "z"])]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_judged_from_the_header_outside_quotes(delimiter: str):
    assert sniff_delimiter(delimiter.join(['"a,;,;,;"', "b", "c"]) + "\n1,2;3,4;5\n") == delimiter


def test_a_spreadsheet_hint_line_names_the_delimiter_and_is_no_record():
    assert list(rows("sep=;\na;b\n1,5;2\n")) == [(2, ["a", "b"]), (3, ["1,5", "2"])]


def test_rows_wrapped_into_one_quoted_cell_are_parsed_again():
    text = 'Date;Name;kg\n"2018-06-27;""B"";15"\n"2018-06-28;""C;D"";20";;\n'
    assert [cells for _, cells in rows(text)][1:] == [
        ["2018-06-27", "B", "15"],
        ["2018-06-28", "C;D", "20"],
    ]


def test_a_header_wrapped_with_its_rows_is_parsed_again():
    assert [cells for _, cells in rows('"a,b,c"\n"1,""x, y"",3"\n')] == [
        ["a", "b", "c"],
        ["1", "x, y", "3"],
    ]


def test_rows_of_empty_cells_are_left_out():
    assert list(rows("a,b\n,,\n , \n1,2\n")) == [(1, ["a", "b"]), (4, ["1", "2"])]


def test_a_quote_that_is_never_closed_costs_only_its_own_row():
    text = 'a,b,c,d,e\n1,"x,3,4,5\n2,y,4,5,6\n3,"say ""hi""",5,6,7\n'
    text += "".join(f"{n},n,6,7,8\n" for n in range(4, 600))
    records = list(rows(text))
    assert [cells[0] for _, cells in records] == ["a", *[str(n) for n in range(1, 600)]]
    assert records[1] == (2, ["1", "x", "3", "4", "5"])


def test_an_open_quote_in_the_last_rows_does_not_swallow_them():
    assert [cells for _, cells in rows('a,b\n"x,1\ny,2\n')] == [["a", "b"], ["x", "1"], ["y", "2"]]


def test_a_file_of_nothing_but_open_quotes_is_refused():
    with pytest.raises(ImportRefused) as caught:
        list(rows("a,b,c,d,e\n" + '1,"x,3,4,5\n2,y,4,5,6\n' * 5_000))
    assert caught.value.code == "import.quotes"


def test_one_giant_line_is_refused():
    with pytest.raises(ImportRefused) as caught:
        list(rows("x" * (MAX_LINE_CHARS + 1)))
    assert caught.value.code == "import.line_too_long"


@pytest.mark.parametrize("size", [200_000, 2_500_000])
@pytest.mark.parametrize("line", [1, 2, 3])
def test_one_giant_row_is_listed_and_the_rest_goes_in(read, size, line):
    head = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
        "Workout Notes,RPE"
    )
    sets = [f'2024-01-01 18:00:00,"A",1h,"Squat (Barbell)",{at},80,5,0,0,"","",' for at in (1, 2)]
    sets.insert(line - 1, f'2024-01-01 18:00:00,"A",1h,"Squat",9,80,5,0,0,"{"n, " * size}","",')
    parsed = read("\n".join([head, *sets]) + "\n", unit="kg")
    assert [(item.line, item.code) for item in parsed.skipped] == [(line + 1, "row.too_long")]
    (workout,) = parsed.workouts
    assert [row.line for row in workout.exercises[0].sets] == [
        at for at in (2, 3, 4) if at != line + 1
    ]


def test_endless_lines_keep_the_numbers_of_the_others():
    long = "x" * (MAX_LINE_CHARS + 1)
    text, numbers = without_endless_lines(f"a\n{long}\nb\n{long}\n{long}")
    assert (text, numbers) == ("a\n\nb\n\n", [2, 4, 5])
    assert without_endless_lines(long[1:]) == (long[1:], [])
    assert without_endless_lines("[" + long) == ("[" + long, [])


def test_a_file_of_one_giant_line_is_refused(read):
    with pytest.raises(ImportRefused) as caught:
        read("x" * (MAX_LINE_CHARS + 1))
    assert caught.value.code == "import.line_too_long"


def test_header_names_are_normalised_and_the_first_of_equals_counts():
    assert header_index(["\ufeffDate", " Set\u00a0Order ", "NOTES", "notes"]) == {
        "date": 0,
        "set order": 1,
        "notes": 2,
    }


def test_a_quote_without_any_partner_costs_only_its_own_row():
    text = 'a,b,c,d,e\n1,"x,3,4,5\n' + "".join(f"{n},n,6,7,8\n" for n in range(2, 900))
    assert [cells[0] for _, cells in rows(text)] == ["a", *[str(n) for n in range(1, 900)]]


def test_a_long_note_of_many_lines_stays_one_cell():
    note = "\n".join(f"line {n}" for n in range(100))
    assert list(rows(f'a,b,c,d,e\n1,"{note}",3,4,5\n'))[1] == (2, ["1", note, "3", "4", "5"])
