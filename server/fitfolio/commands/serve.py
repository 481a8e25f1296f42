"""`fitfolio serve`: the whole product on one port."""

from __future__ import annotations

import argparse
import gc
import signal
import socket
import sys

from fitfolio.commands.runtime import CommandError, open_database, settings_or_exit
from fitfolio.core.garbage import collector_paused, keep_all_so_far


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `serve`."""
    parser = commands.add_parser("serve", help="serve the app and the API on one port")
    parser.add_argument("--host", help="address to listen on (else FITFOLIO_HOST)")
    parser.add_argument("--port", type=int, help="port; 0 takes a free one (else FITFOLIO_PORT)")
    parser.set_defaults(run=serve)


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        sock.bind((host, port))
        # Who reads the address and asks at once waits for the answer instead of being refused.
        sock.listen(128)
    except (OSError, OverflowError) as error:
        sock.close()
        reason = getattr(error, "strerror", None) or str(error)
        msg = f"Cannot listen on {host}:{port}: {reason}."
        raise CommandError(msg, 2) from None
    return sock


def serve(args: argparse.Namespace) -> int:
    """Migrate, bind, say where, and serve until stopped."""
    # What a start makes is kept: looking through it for garbage took a fifth of its time.
    with collector_paused():
        return _serve(args)


def _serve(args: argparse.Namespace) -> int:
    settings = settings_or_exit()
    changes = {"host": args.host, "port": args.port}
    settings = settings.model_copy(update={k: v for k, v in changes.items() if v is not None})

    import uvicorn  # noqa: PLC0415  # lazy: `--help` must not pay for it

    from fitfolio.app import create_app, web_root  # noqa: PLC0415
    from fitfolio.auth import queries  # noqa: PLC0415
    from fitfolio.core.logs import configure_logging  # noqa: PLC0415
    from fitfolio.core.web_server import web_server_config  # noqa: PLC0415

    with open_database(settings) as db:
        sock = _bind(settings.host, settings.port)
        # From here on this process is the server; a command that ends before leaves logging alone.
        configure_logging(settings.log_level, settings.log_format)
        settings = settings.model_copy(update={"port": sock.getsockname()[1]})
        people = db.read_now(queries.count_users)
        lines = [f"FitFolio is at {settings.base_url}"]
        if not (web_root() / "index.html").is_file():
            lines.append("The web app is not built: only the API answers (make run builds it).")
        if settings.delivery == "console":
            lines.append("No mail server is set: sign-in links and codes are printed here.")
        if people == 0:
            lines.append(
                "Nobody has an account yet: the first person to sign in becomes the administrator."
            )
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        config = web_server_config(create_app(settings, db=db), https=settings.is_https)
        server = uvicorn.Server(config)
        keep_all_so_far()
        gc.enable()
        # The server raises the signal that stopped it once more when all is closed. A stop that
        # was asked for is no failure.
        before = signal.signal(signal.SIGTERM, lambda *_: None)
        try:
            server.run(sockets=[sock])
        finally:
            signal.signal(signal.SIGTERM, before)
    return 0 if server.started else 1
