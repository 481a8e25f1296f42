"""Numbers, dates and durations in every spelling that exports use."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitfolio.imports.dates import judge_order, parse_datetime, parse_moment
from fitfolio.imports.durations import parse_duration_s
from fitfolio.imports.months import month_number
from fitfolio.imports.numbers import (
    UNREAL,
    parse_distance_unit,
    parse_number,
    parse_quantity,
    parse_reps,
    parse_weight_unit,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("17.5", 17.5), ("17,5", 17.5), (" 8", 8), ("-20", -20), ("\u221220", -20), ("1.234,5", 1234.5),
        ("1,234.5", 1234.5), ("1,234,567", 1234567), ("'12", 12), ("20.41168092460379", 20.41168092460379),
        ("185.00000000000003", 185.00000000000003), ("1\u00a0234,5", 1234.5),
        ("", None), ("  ", None), ("nan", UNREAL), ("inf", UNREAL), ("-Infinity", -UNREAL), ("1e300", UNREAL), ("1_0", None),
        ("1,0_0", None), ("=1+1", None), ("12kg", None), ("-", None), ("x" * 50, None), ("9" * 400, UNREAL),
    ],
)  # fmt: skip
def test_a_cell_is_the_number_it_means_or_none(text: str, value: float | None):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("80,00 kg", (80.0, "kg")), ("20 ripetizioni", (20.0, "ripetizioni")), ("12", (12.0, "")),
        ("2,50\u00a0km", (2.5, "km")), ("kg", None), ("", None), ("+35 lb", (35.0, "lb")),
    ],
)  # fmt: skip
def test_a_quantity_is_a_number_with_its_unit_word(text: str, value: tuple[float, str] | None):
    assert parse_quantity(text) == value


def test_repetitions_are_whole_and_units_have_many_spellings():
    assert [parse_reps(text) for text in ("8", "7.5", "8.0", "", "x")] == [8, 7, 8, None, None]
    assert [parse_weight_unit(word) for word in ("KGS", " lb ", "lbs", "stone")] == [
        "kg",
        "lb",
        "lb",
        None,
    ]
    assert [parse_distance_unit(word) for word in ("mi.", "Miles", "km", "m", "kg")] == [
        "mi",
        "mi",
        "km",
        "m",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-05-21 18:24:10", datetime(2023, 5, 21, 18, 24, 10)),
        ("2025-02-23T10:13:53Z", datetime(2025, 2, 23, 10, 13, 53, tzinfo=UTC)),
        ("2024-04-16 20:45:37 +0000", datetime(2024, 4, 16, 20, 45, 37, tzinfo=UTC)),
        ("2024-04-16 20:45:37 -0530", datetime(2024, 4, 16, 20, 45, 37, tzinfo=timezone(-timedelta(hours=5, minutes=30)))),
        ("2024-04-16 20:45:37 UTC", datetime(2024, 4, 16, 20, 45, 37, tzinfo=UTC)),
        ("28 Mar 2025, 17:29", datetime(2025, 3, 28, 17, 29)),
        ("5 Mai 2026, 07:34", datetime(2026, 5, 5, 7, 34)),
        ("11 Nis 2025, 9:05", datetime(2025, 4, 11, 9, 5)),
        ("17 may 2025, 17:29", datetime(2025, 5, 17, 17, 29)),
        ("Jun 11, 2026, 1:01 PM", datetime(2026, 6, 11, 13, 1)),
        ("Jun 11, 2026, 12:01\u202fAM", datetime(2026, 6, 11, 0, 1)),
        ("28 de mar. de 2025, 17:29", datetime(2025, 3, 28, 17, 29)),
        ("28. März 2025, 17:29", datetime(2025, 3, 28, 17, 29)),
        ("28 mar 2025, 17.29", datetime(2025, 3, 28, 17, 29)),
        ("28 дек. 2025 г., 17:29", datetime(2025, 12, 28, 17, 29)),
        ("2025年3月28日 下午5:29", datetime(2025, 3, 28, 17, 29)),
        ("2025년 3월 28일 오후 5:29", datetime(2025, 3, 28, 17, 29)),
        ("2025. márc. 28. 17:29", datetime(2025, 3, 28, 17, 29)),
        ("28 thg 3, 2025 17:29", datetime(2025, 3, 28, 17, 29)),
        ("21 mag 2023, 6:24 p. m.", datetime(2023, 5, 21, 18, 24)),
        ("04.04.2023 18:24", datetime(2023, 4, 4, 18, 24)),
        ("5/18/26 9:06 PM", datetime(2026, 5, 18, 21, 6)),
        ("2023-02-21 5:46\u00a0pm", datetime(2023, 2, 21, 17, 46)),
        ("2024/05/06", datetime(2024, 5, 6)),
        ("20240506", datetime(2024, 5, 6)),
        ("09/01/85", datetime(1985, 9, 1)),
        ("16 Apr 2024, 20:45 UTC+5", datetime(2024, 4, 16, 20, 45, tzinfo=timezone(timedelta(hours=5)))),
            ("2024-04-16 20:45:37 +99:99", None), ("2023-05-21 12:00 AM", datetime(2023, 5, 21)),
        ("2024 Mar 28", datetime(2024, 3, 28)), ("28 Mar 25", datetime(2025, 3, 28)), ("13/13/2024", None),
        ("", None), ("12/2024", None), ("hello world", None), ("2024-13-45", None), ("32 Mar 2025", None),
        ("99999-01-01", None), ("1" * 200, None), ("0000-00-00", None), ("28 Foo 2025, 17:29", None),
    ],
)  # fmt: skip
def test_a_printed_moment_is_read_in_any_of_its_languages(text: str, moment: datetime | None):
    assert parse_datetime(text) == moment


def test_a_day_without_a_clock_says_so():
    assert parse_moment("2024-05-06") == (datetime(2024, 5, 6), False)
    assert parse_moment("2024-05-06 00:00:00") == (datetime(2024, 5, 6), True)


def test_the_order_of_day_and_month_is_judged_over_the_whole_column():
    assert judge_order(["1/2/24", "13/2/24"]) == "dmy"
    assert judge_order(["1/2/24", "2/13/24"]) == "mdy"
    assert judge_order(["1/2/24", "3/2/24", "5/2/24"]) == "dmy"
    assert judge_order(["1/2/24", "1/4/24", "1/6/24"]) == "mdy"
    assert judge_order(["1.2.2024"]) == "dmy"
    assert judge_order(["2024-01-02", "x", ""]) is None
    assert parse_datetime("3/4/2024", "dmy") == datetime(2024, 4, 3)
    assert parse_datetime("3/4/2024", "mdy") == datetime(2024, 3, 4)
    assert parse_datetime("24-03-04", "ymd") == datetime(2024, 3, 4)


def test_short_month_names_of_the_languages_seen_mean_one_month_each():
    languages = (
        "Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara",
        "Jan Fev Mar Abr Mai Jun Jul Ago Set Out Nov Dez",
        "ene feb mar abr may jun jul ago sept oct nov dic",
        "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    )
    for months in languages:
        assert [month_number(name) for name in months.split()] == list(range(1, 13))
    assert month_number("Foo") is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 13m", 4380), ("45m", 2700), ("55s", 55), ("21min", 1260), ("1h 5min", 3900), ("1小时13分钟", 4380),
        ("3891", 3891), ("0:09:21", 561), ("9:21", 561), ("1:04 hr", 3840), ("51 min", 3060), ("54h 3m", 194580),
        ("2時間5分", 7500), ("1 Std. 5 Min.", 3900), ("1,5 h", 5400),
        ("", None), ("x", None), ("-4", None), ("5 parsecs", None), ("1h and more", None), ("9" * 60, None),
        ("1:04 parsecs", None),
    ],
)  # fmt: skip
def test_a_duration_is_seconds(text: str, seconds: float | None):
    assert parse_duration_s(text) == seconds


def test_two_clock_parts_and_bare_numbers_follow_the_column():
    assert parse_duration_s("1:30", two_parts="h:mm") == 5400
    assert parse_duration_s("30", unit_s=60) == 1800


@given(st.text(max_size=80))
def test_no_text_makes_the_cell_parsers_raise(text: str):
    number = parse_number(text)
    assert number is None or abs(number) <= 1e9 or abs(number) == UNREAL
    moment = parse_moment(text)
    assert moment is None or 1 <= moment[0].year <= 9999
    seconds = parse_duration_s(text)
    assert seconds is None or seconds >= 0
    assert judge_order([text]) in ("dmy", "mdy", None)
    assert parse_quantity(text) is None or parse_quantity(text)[0] is not None


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2068, 12, 31)))
def test_every_moment_is_read_back_from_the_common_print_forms(moment: datetime):
    minute = moment.replace(second=0, microsecond=0)
    second = moment.replace(microsecond=0)
    assert parse_datetime(f"{second:%Y-%m-%d %H:%M:%S}") == second
    assert parse_datetime(f"{minute:%d.%m.%Y %H:%M}", "dmy") == minute
    assert parse_datetime(f"{minute:%m/%d/%Y %I:%M %p}", "mdy") == minute
    assert parse_datetime(f"{minute.day} {minute:%b %Y, %H:%M}") == minute
