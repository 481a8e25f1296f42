"""What people and their browsers do when they sign in through an OpenID issuer."""

from __future__ import annotations

import http.client
from urllib.parse import parse_qsl, urlsplit

from tests.conftest import make_settings, start_server
from tests.support.openid import CLIENT, SECRET, running_provider

START, CALLBACK = "/api/v1/auth/oidc/start", "/api/v1/auth/oidc/callback"
ME, IDENTITIES = "/api/v1/auth/me", "/api/v1/auth/identities"


def running(database_url, tmp_path, **settings):
    with running_provider() as provider:
        made = make_settings(
            database_url, tmp_path, oidc_issuer=provider.url, oidc_client_id=CLIENT,
            oidc_client_secret=SECRET, oidc_name="Gym key", **settings,
        )  # fmt: skip
        for server in start_server(made):
            server.provider = provider
            provider.clock = server.clock
            yield server


def begin(client, **body):
    answer = client.post(START, json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()["url"]


def visit(url):
    """What the browser does at the issuer: where it is led back to."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc)
    connection.request("GET", f"{parts.path}?{parts.query}")
    answer = connection.getresponse()
    connection.close()
    assert answer.status == 302
    back = urlsplit(answer.headers["Location"])
    assert back.netloc == "localhost"
    return f"{back.path}?{back.query}"


def come_back(client, path):
    """What the answer to the callback says: the fragment of the app's page."""
    answer = client.get(path, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    page, _, fragment = answer.headers["Location"].partition("#")
    assert page == "/auth/oidc"
    return dict(parse_qsl(fragment))


def sign_in(client, **body):
    said = come_back(client, visit(begin(client, **body)))
    if "X-CSRF-Token" not in client.headers and "csrf_token" in client.cookies:
        client.headers["X-CSRF-Token"] = client.cookies["csrf_token"]
    return said


def is_in(client):
    return client.get(ME).status_code == 200
