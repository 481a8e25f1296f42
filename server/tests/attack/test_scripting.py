"""Script in every text one can store or send: answers are data, and the public page is text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.permission_cases import BODIES, EVERYBODYS, OPERATIONS, belongings
from tests.programs.builders import a_template
from tests.programs.program_builders import FIVES, post
from tests.sharing.builders import a_share, share
from tests.sharing.test_pages import Page

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>&lt;"
DATA = {"application/json", "application/problem+json", "text/plain", "text/csv"}


def poisoned(body: Any) -> Iterator[Any]:
    """The body with script in one text after the other."""
    if isinstance(body, str):
        yield SCRIPT
    elif isinstance(body, dict):
        for key, inner in body.items():
            yield from (body | {key: changed} for changed in poisoned(inner))
    elif isinstance(body, list):
        for place, inner in enumerate(body):
            yield from ([*body[:place], one, *body[place + 1 :]] for one in poisoned(inner))


TEXTS = {
    ("PATCH", "/api/v1/auth/me"): {"display_name": ""},
    ("PATCH", "/api/v1/exercises/{exercise_id}"): {"notes": ""},
    ("PATCH", "/api/v1/exercises/{exercise_id}/preferences"): {"notes": ""},
    ("PATCH", "/api/v1/metrics/{metric_id}"): {"notes": ""},
    ("PATCH", "/api/v1/programs/{program_id}"): {"title": "", "folder": "", "draft_text": ""},
    ("PATCH", "/api/v1/templates/{template_id}"): {"name": "", "folder": "", "notes": ""},
    ("PATCH", "/api/v1/workouts/{workout_id}"): {"title": "", "notes": ""},
    ("PATCH", "/api/v1/workouts/{workout_id}/exercises/{entry_id}"): {"notes": ""},
    ("PATCH", "/api/v1/workouts/{workout_id}/sets/{set_id}"): {"notes": ""},
    ("PATCH", "/api/v1/shares/{share_id}"): {"author_name": ""},
}
"""Texts that the believable bodies leave out."""


def is_data(answer: Any) -> bool:
    """Whether no browser would ever run what is in the answer."""
    if answer.status_code in {204, 303}:
        return not answer.content
    kind = answer.headers["Content-Type"].partition(";")[0]
    return kind in DATA and answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_stored_with_script_in_it_comes_back_as_data_only(server):
    eve = server.sign_in()
    eve.client.follow_redirects = False
    mine = belongings(eve) | {"slug": "531-bbb"}
    stored = 0
    for item in OPERATIONS:
        key = item.method, item.path
        if not item.has_body or key == ("POST", "/api/v1/imports"):
            continue
        for body in (*poisoned(BODIES[key]()), *poisoned(TEXTS.get(key, {}))):
            answer = eve.client.request(item.method, item.url(mine), json=body)
            assert answer.status_code < 500, (key, body)
            assert is_data(answer), (key, body)
            stored += answer.status_code < 300
    assert stored >= 25
    shown = 0
    for item in OPERATIONS:
        if item.method == "GET":
            answer = eve.client.get(item.url(mine))
            assert is_data(answer), item
            shown += "<script>" in answer.text.replace("\\u003c", "<")
    assert shown >= 8, "what was stored is shown as it was typed"


def hostile_texts() -> list[str]:
    """Programs with script in everything that a program's text can hold."""
    texts = [
        FIVES.replace('"Fives"', '"</title><script>alert(1)</script>"'),
        FIVES + "# </pre><script>alert(2)</script>\n",
        FIVES + 'day "<b onload=x>"\n  squat fives; note "</td><iframe src=//evil>"\n',
        'program "x"\n  by "<i>"\n  source "javascript:alert(1)"\n' + FIVES.partition("\n\n")[2],
        'program "x"\n  source "data:text/html,<script>"\n' + FIVES.partition("\n\n")[2],
        'program "x"\n  note "http-equiv=refresh content=0;//evil"\n' + FIVES.partition("\n\n")[2],
    ]
    return [
        *texts,
        FIVES.replace("lift bench =", 'lift odd = "<svg/onload=alert(1)>"\nlift bench ='),
    ]


@pytest.mark.parametrize("number", range(len(hostile_texts())))
def test_a_shared_program_is_text_on_the_public_page(sqlite_server, number):
    client = sqlite_server.sign_in().client
    stored = share(client, hostile_texts()[number], author_name=f"{SCRIPT} & Ada")
    reader = sqlite_server.make_client()
    answer = reader.get(f"/p/{stored['token']}")
    assert answer.status_code == 200
    found = Page(answer.text)  # it refuses script, style, frames, forms and handlers
    for link in found.links:
        assert link.startswith(("/p/", "/shared/", "/icons/", "https://")) or link == "/", link
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "script" not in answer.headers["Content-Security-Policy"]
    assert "refresh" not in found.meta
    data = reader.get(f"/api/v1/shared/{stored['token']}")
    assert is_data(data)
    text = reader.get(f"/p/{stored['token']}.txt")
    assert is_data(text)
    assert text.headers["Content-Disposition"].startswith("attachment")
    picture = reader.get(f"/p/{stored['token']}.svg")
    assert "script" not in picture.text


def test_a_shared_workout_is_text_on_the_public_page(sqlite_server):
    client = sqlite_server.sign_in().client
    template = post(
        client,
        "templates",
        a_template({"reps": 5}) | {"name": SCRIPT, "notes": SCRIPT, "folder": SCRIPT},
    )
    stored = post(client, "shares", a_share(template_id=template["id"], author_name=SCRIPT))
    found = Page(sqlite_server.make_client().get(f"/p/{stored['token']}").text)
    assert SCRIPT in found.text


def test_nothing_that_is_asked_for_with_script_in_it_is_reflected_into_a_page(sqlite_server):
    eve = sqlite_server.sign_in()
    eve.client.follow_redirects = False
    mine = belongings(eve) | {"slug": "531-bbb"}
    mark = "<script>alert(7)</script>"
    headers = {
        "Accept-Language": f"de,{mark}", "User-Agent": mark, "Referer": mark, "If-None-Match": mark,
        "X-Request-ID": mark,
    }  # fmt: skip
    paths = [item.url(mine) for item in OPERATIONS if item.method == "GET"]
    names = {name for item in OPERATIONS for name in item.ids} - EVERYBODYS
    paths += [item.url(dict.fromkeys(names, mark) | {"slug": mark, "token": mark})
              for item in OPERATIONS if item.ids and item.method == "GET"]  # fmt: skip
    paths += [f"/p/{mark}", f"/p/{mark}.txt", f"/p/{mark}.svg", f"/{mark}", f"/api/{mark}", "/"]
    for path in paths:
        params = dict.fromkeys(("search", "cursor", "limit", "q", "metric", "from"), mark)
        for answer in (
            eve.client.get(path, headers=headers),
            eve.client.get(path, params=params, headers=headers),
        ):
            assert answer.status_code < 500, path
            assert mark not in str(dict(answer.headers)), path
            if not is_data(answer):
                assert "alert(7)" not in answer.text, path
