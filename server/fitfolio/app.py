"""The composition root of the server: wires slices, middleware and life cycle; holds no rules."""

from __future__ import annotations

import contextlib
import functools
import hmac
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import prometheus_client
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.middleware.gzip import GZipMiddleware

from fitfolio import __version__
from fitfolio.admin import log_routes, mail_routes, system_routes
from fitfolio.admin import routes as admin_routes
from fitfolio.analytics import routes as analytics_routes
from fitfolio.auth import account_routes, mails, oidc_routes, passkey_routes, session_routes
from fitfolio.auth import jobs as auth_jobs
from fitfolio.auth import routes as auth_routes
from fitfolio.auth.cookies import session_cookie
from fitfolio.auth.oidc_issuer import Issuer
from fitfolio.core import outbox
from fitfolio.core.body_limit import BodyLimit, Cap
from fitfolio.core.clock import Clock, SystemClock
from fitfolio.core.db import Database
from fitfolio.core.hosts import AllowedHosts
from fitfolio.core.http import LastResort, State, install_error_handlers
from fitfolio.core.jobs import JobRunner, ensure
from fitfolio.core.limits import RateLimit, RateLimiter, Rule
from fitfolio.core.middleware import RequestContext
from fitfolio.core.migrate import is_current
from fitfolio.core.openapi import install_openapi
from fitfolio.core.origin import OriginGuard
from fitfolio.core.static import WebApp
from fitfolio.enrolments import routes as enrolment_routes
from fitfolio.exercises import events as exercise_events
from fitfolio.exercises import routes as exercise_routes
from fitfolio.exports import routes as export_routes
from fitfolio.imports import jobs as import_jobs
from fitfolio.imports import routes as import_routes
from fitfolio.imports.files import too_large
from fitfolio.live import routes as live_routes
from fitfolio.live.hub import Hub
from fitfolio.live.schemas import MESSAGES
from fitfolio.programs import library_routes, program_routes
from fitfolio.programs import routes as template_routes
from fitfolio.push import routes as push_routes
from fitfolio.recovery import routes as recovery_routes
from fitfolio.settings import Settings
from fitfolio.sharing import page_routes
from fitfolio.sharing import routes as sharing_routes
from fitfolio.sync import routes as sync_routes
from fitfolio.timers import routes as timer_routes
from fitfolio.timers.scheduler import RestTimers
from fitfolio.workouts import history_routes
from fitfolio.workouts import routes as workout_routes
from fitfolio.workouts.changes import refresh_all_days

logger = logging.getLogger(__name__)

PACKAGE = Path(__file__).resolve().parent

ROUTERS = (
    session_routes.router,
    passkey_routes.router,
    oidc_routes.router,
    oidc_routes.identities_router,
    account_routes.router,
    auth_routes.router,
    exercise_routes.router,
    template_routes.router,
    program_routes.router,
    program_routes.version_router,
    library_routes.router,
    enrolment_routes.router,
    enrolment_routes.start_router,
    enrolment_routes.library_router,
    recovery_routes.router,
    workout_routes.router,
    history_routes.history_router,
    history_routes.records_router,
    sync_routes.router,
    timer_routes.router,
    push_routes.router,
    live_routes.router,
    analytics_routes.router,
    sharing_routes.router,
    sharing_routes.shelf_router,
    sharing_routes.shared_router,
    sharing_routes.upstream_router,
    page_routes.router,
    import_routes.router,
    export_routes.router,
    admin_routes.router,
    log_routes.router,
    mail_routes.router,
    system_routes.router,
)

# Days and records depend on how an exercise is tracked, and exercises do not know workouts.
exercise_events.tracking_listeners.add(refresh_all_days)
# Uploads lie in the data folder, of which accounts know nothing.
auth_jobs.deletion_listeners.add(import_jobs.forget_uploads)

RULES = (
    *auth_routes.RULES, *passkey_routes.RULES, *oidc_routes.RULES, *account_routes.RULES, *import_routes.RULES,
    *export_routes.RULES, *push_routes.RULES, *timer_routes.RULES, *sharing_routes.RULES, *mail_routes.RULES,
    Rule("api", "*", 1000),
)  # fmt: skip

SIGN_IN_PATHS = (
    *auth_routes.SIGN_IN_PATHS, *passkey_routes.SIGN_IN_PATHS, *oidc_routes.SIGN_IN_PATHS,
    *account_routes.SIGN_IN_PATHS,
)  # fmt: skip
SIGN_IN_BODY = 65_536
"""Most bytes [B] taken from whoever has not signed in; a passkey's answer has a few thousand."""


def web_root() -> Path:
    """The built web app: inside the package in a wheel, else in the checkout."""
    packaged = PACKAGE / "web_dist"
    return packaged if packaged.is_dir() else PACKAGE.parent.parent / "web" / "dist"


def make_state(settings: Settings, clock: Clock | None = None, db: Database | None = None) -> State:
    """Database, clock and job handlers, without a web server around them."""
    clock = clock or SystemClock()
    db = db or Database(settings.database, synchronous=settings.sqlite_synchronous)
    jobs = JobRunner(db, clock)
    state = State(db=db, clock=clock, settings=settings, jobs=jobs)
    jobs.handlers[outbox.SEND_JOB] = functools.partial(outbox.deliver, state, mails.WRITERS)
    for kind, handler in (auth_jobs.HANDLERS | import_jobs.HANDLERS).items():
        jobs.handlers[kind] = functools.partial(handler, state)
    return state


def create_app(
    settings: Settings, *, clock: Clock | None = None, db: Database | None = None,
    run_jobs: bool = True, web: Path | None = None,
) -> FastAPI:  # fmt: skip
    """The whole application. `run_jobs=False` leaves jobs to the caller (tests)."""
    state = make_state(settings, clock, db)
    live, rest_timers = Hub(state.db), RestTimers(state)
    limiter = RateLimiter(enabled=settings.rate_limit_enabled, redis_url=settings.redis)

    @contextlib.asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        state.db.tune_process()
        await live.start()
        if run_jobs:
            now = state.clock.now_ms()
            await state.db.write(ensure, auth_jobs.CLEAN_UP_JOB, now, now)
            await state.jobs.start()
            await rest_timers.start()
        yield
        await rest_timers.stop()
        await state.jobs.stop()
        await live.stop()
        await limiter.close()
        if db is None:
            state.db.close()

    app = FastAPI(
        title="FitFolio", version=__version__, lifespan=lifespan, docs_url=None, redoc_url=None,
        redirect_slashes=False,
        # All of it, or each request asks the environment whether somebody collects it.
        telemetry={"tracing": False, "metrics": False, "logs": False},
        summary="A strength-training log that its owner hosts.",
        license_info={"name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"},
    )  # fmt: skip
    app.state.fitfolio = state
    app.state.live, app.state.rest_timers = live, rest_timers
    app.state.oidc = Issuer(settings, state.clock)
    app.state.rules = RULES
    app.state.limiter = limiter
    for router in ROUTERS:
        app.include_router(router)
    _add_operations(app, state)
    install_error_handlers(app)
    install_openapi(app, MESSAGES)
    _add_middleware(app, settings, web or web_root())
    return app


def _add_middleware(app: FastAPI, settings: Settings, web: Path) -> None:
    # Added from the inside out: the last one sees the request first.
    app.add_middleware(
        OriginGuard,
        session_cookie=session_cookie(https=settings.is_https),
        public_host=urlsplit(settings.base_url).netloc,
        secure=settings.is_https,
        exempt=SIGN_IN_PATHS,
    )
    limit = settings.max_import_mb * 1024 * 1024
    large = Cap("/api/v1/imports", limit, "import.too_large", too_large(limit))
    small = [Cap(path, SIGN_IN_BODY) for path in SIGN_IN_PATHS]
    app.add_middleware(BodyLimit, size=settings.max_body_kb * 1024, caps=(large, *small))
    app.add_middleware(RateLimit, limiter=app.state.limiter, rules=RULES)
    # A first pull of an account is megabytes of JSON that shrink to a tenth.
    app.add_middleware(GZipMiddleware, minimum_size=1024, compresslevel=5)
    app.add_middleware(WebApp, root=web)
    if settings.hosts is not None:
        app.add_middleware(AllowedHosts, names=settings.hosts)
    app.add_middleware(LastResort)
    app.add_middleware(
        RequestContext, https=settings.is_https, trusted_proxies=settings.trusted_proxies
    )


def _add_operations(app: FastAPI, state: State) -> None:
    @app.get("/healthz", include_in_schema=False)
    @app.head("/healthz", include_in_schema=False)
    async def healthz() -> JSONResponse:
        """The process lives."""
        return JSONResponse({"status": "ok"})

    @app.get("/readyz", include_in_schema=False)
    async def readyz() -> JSONResponse:
        """The database answers and has the right schema; `degraded` when Redis is away."""
        try:
            ready = await state.db.read_heavy(is_current)
        except Exception:
            logger.exception("not ready")
            ready = False
        if not ready:
            return JSONResponse({"status": "unavailable"}, 503)
        degraded = await app.state.limiter.is_degraded()
        return JSONResponse({"status": "degraded" if degraded else "ok"})

    @app.get("/metrics", include_in_schema=False)
    async def metrics(request: Request) -> PlainTextResponse:
        """Prometheus metrics for whoever knows the token; without a token set, nothing is here."""
        token = state.settings.metrics_token
        given = request.headers.get("authorization", "").encode()
        if token is None or not hmac.compare_digest(
            given, b"Bearer " + token.get_secret_value().encode()
        ):
            return PlainTextResponse("Not found.", 404)
        return PlainTextResponse(
            prometheus_client.generate_latest(), media_type=prometheus_client.CONTENT_TYPE_LATEST
        )

    @app.get("/api", include_in_schema=False)
    async def api_index() -> JSONResponse:
        """Where everything is."""
        return JSONResponse(
            {"message": "FitFolio API", "versions": {"v1": "/api/v1"}, "docs": "/openapi.json",
             "health": "/healthz"}
        )  # fmt: skip
