"""What a cache between server and browser may keep: nothing of anybody, and nothing that was forged."""

from __future__ import annotations

import pytest

from tests.permission_cases import OPERATIONS, PUBLIC, belongings
from tests.sharing.builders import share

FORGED = {
    "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "X-Forwarded-Scheme": "nothttps",
    "X-Original-URL": "/evil", "X-Rewrite-URL": "/evil", "Forwarded": "host=evil.example",
    "X-HTTP-Method-Override": "POST", "Origin": "https://evil.example", "Accept": "text/evil",
    "Referer": "https://evil.example/", "User-Agent": "<evil>", "Range": "bytes=0-1",
    "X-Forwarded-Prefix": "/evil", "Content-Type": "text/evil", "X-Request-ID": "evil-evil-evil",
}  # fmt: skip
NAMED_APART = {"x-request-id", "date", "content-length"}


def telling(answer):
    """Status, body and the headers a cache would keep."""
    headers = {key: value for key, value in answer.headers.items() if key not in NAMED_APART}
    return answer.status_code, answer.content, headers


@pytest.fixture
def addresses(server):
    token = share(server.sign_in().client, author_name="Ada")["token"]
    return [f"/p/{token}", f"/p/{token}.txt", f"/p/{token}.svg", "/p/page.css",
            f"/api/v1/shared/{token}"]  # fmt: skip


def test_a_public_answer_is_the_same_for_everybody_and_sets_no_cookie(server, addresses):
    """A session cookie, whole or with its companion lost, changes nothing of what a cache keeps."""
    reader = server.make_client()
    for path in addresses:
        plain = reader.get(path)
        assert plain.headers["Cache-Control"] == "public, max-age=60"
        halved = server.make_client()
        halved.cookies.set("ff_sess", server.sign_in().client.cookies["ff_sess"])
        for client in (server.sign_in().client, halved):
            answer = client.get(path)
            assert "set-cookie" not in answer.headers, path
            assert telling(answer) == telling(plain), path


def test_no_header_that_a_cache_does_not_key_by_changes_a_public_answer(server, addresses):
    reader = server.make_client()
    for path in addresses:
        plain = reader.get(path)
        for name, value in FORGED.items():
            answer = reader.get(path, headers={name: value})
            assert telling(answer) == telling(plain), (path, name)
            assert "evil" not in answer.text
        asked = reader.get(path, params={"utm_source": "evil"})
        assert telling(asked) == telling(plain)


def test_what_a_public_page_does_depend_on_is_named(server, addresses):
    reader = server.make_client()
    page = addresses[0]
    for name in ("Accept-Language", "Accept-Encoding"):
        assert name in reader.get(page).headers["Vary"]
    for path in addresses[1:]:
        english, german = (
            reader.get(path, headers={"Accept-Language": one}) for one in ("en", "de")
        )
        assert telling(english) == telling(german), path


def test_a_refusal_of_a_public_page_is_never_kept(server, addresses):
    reader = server.make_client()
    token = addresses[0].removeprefix("/p/")
    shares = server.sign_in().client.get("/api/v1/shares").json()["shares"]
    server.sign_in().client.delete(f"/api/v1/shares/{shares[0]['id']}")
    for path in (*addresses[:3], addresses[4], f"/p/{token}x", "/p/"):
        answer = reader.get(path)
        assert answer.status_code == 404, path
        assert "public" not in answer.headers.get("Cache-Control", "")


def test_a_private_answer_is_never_kept_for_others(server):
    eve = server.sign_in()
    ids = belongings(eve) | {"slug": "531-bbb"}
    for item in OPERATIONS:
        if item.method == "GET" and (item.method, item.path) not in PUBLIC:
            kept = eve.client.get(item.url(ids)).headers["Cache-Control"]
            assert "no-store" in kept or "private" in kept, item
            assert "public" not in kept, item


ENDINGS = [
    "/x.css",
    ".css",
    "/x.js",
    ";x.css",
    "%00.css",
    "%0a.css",
    "/..%2fx.css",
    "%23x.css",
    "/.css",
]


def test_a_private_answer_never_passes_for_a_file(sqlite_server):
    """Cache deception: a proxy that keeps everything named `*.css` must have nothing to keep."""
    eve = sqlite_server.sign_in()
    ids = belongings(eve) | {"slug": "531-bbb"}
    for item in OPERATIONS:
        if item.method != "GET":
            continue
        for ending in ENDINGS:
            answer = eve.client.get(item.url(ids) + ending)
            if answer.status_code < 300:
                assert "no-store" in answer.headers["Cache-Control"], (item, ending)
            assert "public" not in answer.headers.get("Cache-Control", ""), (item, ending)
