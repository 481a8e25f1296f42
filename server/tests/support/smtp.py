"""A real SMTP server in this process, that takes mail or refuses it."""

from __future__ import annotations

import contextlib
import email
import email.policy
import socket
from collections.abc import Iterator
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """The server's handler: keeps what it is given, or refuses it."""

    def __init__(self) -> None:
        self.messages: list[Any] = []
        self.refuse = False
        self.unknown = False
        self.port = 0

    async def handle_RCPT(self, _server, _session, envelope, address, _options):  # noqa: N802
        if self.unknown:
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802  # aiosmtpd's name
        if self.refuse:
            return "451 try again later"
        self.messages.append(
            email.message_from_bytes(envelope.content, policy=email.policy.default)
        )
        return "250 OK"


@contextlib.contextmanager
def running_mail_server(box: Mailbox) -> Iterator[int]:
    """Its port, while it runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    box.port = port
    try:
        yield port
    finally:
        controller.stop()
