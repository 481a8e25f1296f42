"""Imports every slice's tables so that `metadata` is whole; used by migrations and tests only."""

from __future__ import annotations

import fitfolio.auth.tables
import fitfolio.core.jobs
import fitfolio.core.outbox
import fitfolio.core.revisions
import fitfolio.enrolments.tables
import fitfolio.exercises.tables
import fitfolio.imports.tables
import fitfolio.programs.tables
import fitfolio.push.tables
import fitfolio.recovery.tables
import fitfolio.sharing.tables
import fitfolio.sync.tables
import fitfolio.timers.tables
import fitfolio.workouts.tables  # noqa: F401
from fitfolio.core.schema import metadata

__all__ = ["metadata"]
