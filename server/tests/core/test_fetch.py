"""One exchange with another server, against real sockets that behave badly."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading

import pytest

from fitfolio.core.addresses import Endpoint
from fitfolio.core.fetch import ANSWER_LIMIT, exchange
from tests.support.smtp import make_certificate


@contextlib.contextmanager
def answering(said, context=None):
    """The port of a server that says `said` to its first caller."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def secured(caller):
            if context is None:
                return contextlib.nullcontext(caller)
            return context.wrap_socket(caller, server_side=True)

        def serve_once():
            with contextlib.suppress(OSError):
                caller, _ = listener.accept()
                with caller, secured(caller) as heard:
                    heard.recv(65536)
                    heard.sendall(said)

        thread = threading.Thread(target=serve_once)
        thread.start()
        yield listener.getsockname()[1]
    thread.join()


def ask(port, scheme="http", host="localhost"):
    return asyncio.run(exchange(Endpoint(scheme, host, port, "/"), "127.0.0.1"))


def test_the_whole_answer_is_read_chunks_too():
    said = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n1\r\n \r\n0\r\n\r\n"
    with answering(said) as port:
        assert ask(port) == (200, b"{} ")


@pytest.mark.parametrize(
    "said",
    [
        b"hello\r\n\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (ANSWER_LIMIT + 1),
    ],
    ids=["no HTTP", "nothing", "cut short", "too long"],
)
def test_an_answer_that_is_none_is_refused(said):
    with answering(said) as port, pytest.raises((ValueError, OSError)):
        ask(port)


def test_only_a_certificate_that_is_trusted_and_has_the_name_counts(tmp_path, monkeypatch):
    certificate, key = make_certificate(tmp_path, "issuer.test")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"
    with answering(said, context) as port, pytest.raises(ssl.SSLCertVerificationError):
        ask(port, "https", "issuer.test")
    # What the host's own authority has signed: the way that docs/operating names.
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with answering(said, context) as port:
        assert ask(port, "https", "issuer.test") == (200, b"{}")
    with answering(said, context) as port, pytest.raises(ssl.SSLCertVerificationError):
        ask(port, "https", "other.test")
