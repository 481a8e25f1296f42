"""The public page of a link: one HTML document without script and without inline style.

Every text of its owner goes through `escape`; links lead only to HTTP and HTTPS addresses.
"""

from __future__ import annotations

import functools
import io
from collections.abc import Iterable
from html import escape
from pathlib import Path

import segno

from fitfolio.programs.texts import plan_of
from fitfolio.sharing.grid import (
    Grid,
    GridDay,
    GridWeeks,
    Summary,
    exercise_name,
    grid_of,
    summary_of,
)
from fitfolio.sharing.opening import Shared
from fitfolio.sharing.page_texts import Language, say, weekday
from fitfolio.sharing.schemas import SharedSet, SharedTemplate
from fitfolio.training.programs.numbers import written

MAX_DESCRIPTION = 200


def shared_page(shared: Shared, url: str, base_url: str, language: Language) -> str:
    """The page of something shared."""
    facts: list[str] = []
    body = ""
    if shared.text is not None:
        summary = summary_of(shared.text)
        facts = _facts(summary, language)
        body = _program(shared.text, summary, language)
    elif shared.template is not None:
        body = _template(shared.template, language)
    by = "" if shared.author_name is None else say(language, "by", name=shared.author_name)
    about = " · ".join(one for one in (say(language, shared.kind), by, *facts) if one)
    return _document(
        language,
        shared.title,
        _preview(shared.title, about, url, base_url, language),
        _opening(shared, by, facts, language) + body + _qr(shared.token, language),
    )


def gone_page(language: Language) -> str:
    """The one page for what is not there, whatever the reason."""
    title = say(language, "gone_title")
    body = f"<h1>{escape(title)}</h1><p>{escape(say(language, 'gone'))}</p>"
    return _document(language, title, "", body)


def qr_svg(url: str) -> bytes:
    """The address as a QR code."""
    image = io.BytesIO()
    segno.make(url, error="m", micro=False).save(
        image, kind="svg", border=4, dark="#000", light="#fff", xmldecl=False, svgclass=None,
        lineclass=None, omitsize=True,
    )  # fmt: skip
    return image.getvalue()


@functools.cache
def stylesheet() -> str:
    """The page's own small stylesheet."""
    return Path(__file__).with_name("page.css").read_text("utf-8")


def _document(language: Language, title: str, preview: str, body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} · FitFolio</title>\n"
        '<meta name="robots" content="noindex">\n<meta name="color-scheme" content="light dark">\n'
        f'{preview}<link rel="icon" href="/icons/icon.svg" type="image/svg+xml">\n'
        '<link rel="stylesheet" href="/p/page.css">\n</head>\n<body>\n'
        '<header class="brand"><a href="/">FitFolio</a></header>\n'
        f"<main>\n{body}</main>\n<footer><p>{escape(say(language, 'about'))}</p></footer>\n"
        "</body>\n</html>\n"
    )


def _preview(title: str, about: str, url: str, base_url: str, language: Language) -> str:
    """What messengers show of the link."""
    locale = "de_DE" if language == "de" else "en_GB"
    properties = (
        ("og:type", "article"), ("og:site_name", "FitFolio"), ("og:title", title),
        ("og:description", about), ("og:url", url), ("og:image", f"{base_url}/icons/icon-512.png"),
        ("og:locale", locale),
    )  # fmt: skip
    names = (
        ("description", about), ("twitter:card", "summary"), ("twitter:title", title),
        ("twitter:description", about),
    )  # fmt: skip
    tags = [f'<meta property="{name}" content="{_short(text)}">\n' for name, text in properties]
    return "".join([*tags, *(f'<meta name="{n}" content="{_short(t)}">\n' for n, t in names)])


def _short(text: str) -> str:
    cut = text if len(text) <= MAX_DESCRIPTION else f"{text[: MAX_DESCRIPTION - 1]}…"
    return escape(cut)


def _opening(shared: Shared, by: str, facts: list[str], language: Language) -> str:
    lines = [f"<h1>{escape(shared.title)}</h1>\n"]
    if by:
        lines.append(f'<p class="by">{escape(by)}</p>\n')
    if facts:
        lines.append(f'<p class="facts">{escape(" · ".join(facts))}</p>\n')
    copy = escape(say(language, "copy"))
    actions = f'<a class="primary" href="/shared/{shared.token}">{copy}</a>'
    if shared.text is not None:
        download = escape(say(language, "download"))
        actions += f'\n<a href="/p/{shared.token}.txt" download>{download}</a>'
    return "".join([*lines, f'<p class="actions">{actions}</p>\n'])


def _facts(summary: Summary, language: Language) -> list[str]:
    facts = [one for one in (summary.goal, summary.level) if one]
    if summary.days is not None:
        key = "one_day_a_week" if summary.days == 1 else "days_a_week"
        facts.append(say(language, key, count=summary.days))
    key = "one_week" if summary.weeks == 1 else "so_many_weeks"
    return [*facts, say(language, key, count=summary.weeks)]


def _program(text: str, summary: Summary, language: Language) -> str:
    parts = [_grid(grid_of(plan_of(text), language), language)]
    for title, texts in (("notes", summary.notes), ("sources", summary.sources)):
        if texts:
            items = "".join(f"<li>{_linked(one)}</li>\n" for one in texts)
            parts.append(_section(language, title, f"<ul>\n{items}</ul>\n"))
    # A line break right behind <pre> is dropped by browsers, so the first one is not the text's.
    parts.append(_section(language, "text", f'<pre tabindex="0">\n{escape(text)}</pre>\n'))
    return "".join(parts)


def _section(language: Language, title: str, body: str) -> str:
    return f"<section>\n<h2>{escape(say(language, title))}</h2>\n{body}</section>\n"


def _linked(text: str) -> str:
    """The text, as a link where it is nothing but an address."""
    if text.startswith(("https://", "http://")) and not any(char.isspace() for char in text):
        return f'<a href="{escape(text)}" rel="nofollow noopener noreferrer">{escape(text)}</a>'
    return escape(text)


def _grid(grid: Grid, language: Language) -> str:
    is_every = len(grid.weeks) == 1 and not grid.is_cut
    parts = [_weeks(one, language, is_every=is_every) for one in grid.weeks]
    if grid.is_cut:
        parts.append(f"<p>{escape(say(language, 'more'))}</p>\n")
    return _section(language, "weeks", "".join(parts))


def _weeks(weeks: GridWeeks, language: Language, *, is_every: bool) -> str:
    title = (
        say(language, "every_week")
        if is_every
        else f"{say(language, 'week')} {weeks.weeks.replace('-', '–')}"
    )
    extras = [weeks.block, say(language, "deload") if weeks.is_deload else ""]
    title = " · ".join(one for one in (title, *extras) if one)
    if not weeks.days:
        days = f"<p>{escape(say(language, 'rest_week'))}</p>\n"
    else:
        cells = "".join(f"<li>{_day(day, language)}</li>\n" for day in weeks.days)
        days = f'<ol class="days">\n{cells}</ol>\n'
    return f"<h3>{escape(title)}</h3>\n{days}"


def _day(day: GridDay, language: Language) -> str:
    name = f"{say(language, 'day')} {day.name}"
    if day.weekday is not None:
        name += f" · {weekday(language, day.weekday)}"
    rows = [
        (f"{slot.superset} {slot.exercise}".strip(), slot.sets, slot.note) for slot in day.slots
    ]
    return f"<h4>{escape(name)}</h4>\n{_table(rows, language)}"


def _table(rows: Iterable[tuple[str, str, str]], language: Language) -> str:
    head = "".join(
        f'<th scope="col">{escape(say(language, one))}</th>' for one in ("exercise", "sets")
    )
    body = "".join(
        f'<tr><th scope="row">{escape(name)}{_small(note)}</th><td>{escape(sets)}</td></tr>\n'
        for name, sets, note in rows
    )
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _small(note: str) -> str:
    return f"<small>{escape(note)}</small>" if note else ""


def _template(template: SharedTemplate, language: Language) -> str:
    rows = [
        (
            exercise_name(one.slug, language) if one.slug else one.name,
            ", ".join(_set_text(item, language) for item in one.sets),
            one.notes,
        )
        for one in template.exercises
    ]
    notes = f"<p>{escape(template.notes)}</p>\n" if template.notes else ""
    return _section(language, "exercises", notes + _table(rows, language))


def _set_text(one: SharedSet, language: Language) -> str:
    """5 reps, 60 s, 400 m; what is left open is an ellipsis."""
    amounts = []
    if one.reps is not None:
        amounts.append(f"{one.reps} {say(language, 'reps')}")
    if one.duration_s is not None:
        amounts.append(f"{written(one.duration_s)} s")
    if one.distance is not None:
        amounts.append(f"{written(one.distance)} {one.distance_unit or 'm'}")
    text = " · ".join(amounts) or "…"
    for name, value in (("RPE", one.rpe), ("RIR", one.rir)):
        text += "" if value is None else f" {name} {written(value)}"
    return f"{say(language, 'warm_up')} {text}" if one.kind == "warm_up" else text


def _qr(token: str, language: Language) -> str:
    text = escape(say(language, "qr"))
    return f'<p class="qr"><img src="/p/{token}.svg" width="160" height="160" alt="{text}"></p>\n'
