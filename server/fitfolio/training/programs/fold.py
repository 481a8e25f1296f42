"""From start values and facts to where the lifter stands: one fact after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fitfolio.training.programs.apply_rules import Bench, Event, fire, set_of_track
from fitfolio.training.programs.carry import Plans, carry
from fitfolio.training.programs.facts import DoneSlot, Enrolment, Fact, ordered
from fitfolio.training.programs.loading import Loading
from fitfolio.training.programs.model import Trigger
from fitfolio.training.programs.numbers import tidy
from fitfolio.training.programs.plan import Plan, PlannedDay, PlannedSlot, groups_for
from fitfolio.training.programs.reasons import Reason
from fitfolio.training.programs.results import (
    Result,
    Wanted,
    result_of,
    session_e1rm,
    wanted_sets,
)
from fitfolio.training.programs.state import (
    LiftState,
    State,
    TrackState,
    exercise_of,
    first_state,
    is_of_lift,
)


def fold(
    plan: Plan,
    enrolment: Enrolment,
    facts: Iterable[Fact],
    loading: Loading,
    plans: Plans | None = None,
) -> State:
    """Where the lifter stands after these facts, in whatever order they are given.

    What can be loaded matters too: a weight that was only rounded is not one the lifter chose. `plans`
    are those of the editions that facts name; moving to one that is not there changes nothing.
    """
    folding = Folding(plan, enrolment, ordered(facts), loading, plans)
    for fact in folding.facts:
        folding.apply(fact)
    return folding.state


def next_day(plan: Plan, state: State) -> PlannedDay | None:
    """The day that comes next: one to be repeated, else the first of the week that is not behind."""
    days = plan.weeks[state.week - 1]
    if state.again:
        return days[state.again - 1]
    return next((day for day in days if day.number not in state.done), None)


class Folding:
    """Applies facts one after the other, so that one can stop between two of them."""

    def __init__(
        self,
        plan: Plan,
        enrolment: Enrolment,
        facts: Sequence[Fact],
        loading: Loading,
        plans: Plans | None = None,
    ) -> None:
        self.plans = plans or {}
        self.loading = loading
        self.loaded: dict[tuple[str, float], float] = {}
        self.plan = plan
        self.enrolment = enrolment
        self.facts = facts
        self.state = first_state(plan, enrolment)
        self.bench = Bench(plan, self.state, enrolment)
        # Which changes are kept away may be said before or after the workout arrives.
        self.suppressed = {(fact.workout, fact.track) for fact in facts if fact.kind == "suppress"}
        self.wanted: dict[tuple[int, int, int], tuple[Wanted, ...]] = {}
        self.handlers = {
            "workout": self._workout,
            "skip": self._skip,
            "repeat": self._repeat,
            "move": self._move,
            "break": self._break,
            "set": self._set,
            "swap": self._swap,
            "edition": self._edition,
        }

    def apply(self, fact: Fact) -> None:
        """Let one fact change the state; what has no meaning for this program changes nothing."""
        handler = self.handlers.get(fact.kind)
        if handler is not None:
            handler(fact)

    def is_suppressed(self, fact: Fact, track: str) -> bool:
        """Whether what a workout would change for a track is kept away."""
        return (fact.id, track) in self.suppressed or (fact.id, "") in self.suppressed

    def _day(self, fact: Fact) -> PlannedDay | None:
        """The day a fact is about; one of another week makes that the present one."""
        state = self.state
        if state.finished:
            return None
        if not fact.day:
            return next_day(self.plan, state)
        week = fact.week or state.week
        if not 1 <= week <= len(self.plan.weeks):
            return None
        days = self.plan.weeks[week - 1]
        if not 1 <= fact.day <= len(days):
            return None
        if week != state.week:
            state.week, state.done, state.again = week, (), 0
        return days[fact.day - 1]

    def _workout(self, fact: Fact) -> None:
        day = self._day(fact)
        if day is None:
            return
        self.state.last_date = fact.date
        taken: dict[str, int] = {}
        for done in fact.slots:
            same = [slot for slot in day.slots if slot.track == done.track]
            place = taken.get(done.track, 0)
            taken[done.track] = place + 1
            if place < len(same):
                self._slot(fact, same[place], done)
        self._finish(fact, day)

    def _slot(self, fact: Fact, slot: PlannedSlot, done: DoneSlot) -> None:
        state, track = self.state, self.state.tracks[slot.track]
        lift = state.lifts[slot.slot.lift]
        wanted = self._wanted(slot, track)
        exercise = exercise_of(self.plan, state, slot)
        if not wanted or (done.exercise is not None and done.exercise != exercise):
            return  # another exercise for a day says nothing about this one
        result = result_of(wanted, done, self.enrolment.unit)
        e1rm = session_e1rm(wanted, done.sets, self.enrolment.unit)
        if e1rm is not None:
            lift.e1rm = e1rm
        track.done_week += 1
        track.done_cycle += 1
        is_deload = state.week in self.plan.deloads
        if result.used is not None and not is_deload:
            self._adopt(track, exercise, result.used, fact.date)
        if is_deload:
            self._fire(fact, slot, result)
            return
        _count(track, result)
        before = track.why
        if self.is_suppressed(fact, slot.track):
            track.why = Reason("suppressed", {"date": fact.date})
            return
        if not self._fire(fact, slot, result) or track.why is before:
            _held(track, result, fact.date)

    def _adopt(self, track: TrackState, exercise: str, used: float, date: str) -> None:
        """Go on from the weight that was used, unless it is the target as it can be loaded."""
        if track.weight is not None:
            key = (exercise, track.weight)
            loaded = self.loaded.get(key)
            if loaded is None:
                loaded = self.loaded[key] = self.loading.rounded(exercise, track.weight)
            if used == loaded:
                return
        track.weight = used
        track.why = Reason("adopted", {"weight": used, "date": date})

    def _fire(self, fact: Fact, slot: PlannedSlot, result: Result) -> bool:
        event = Event("done", self.state.week, fact.date, result, result.outcome)
        return not self.is_suppressed(fact, slot.track) and fire(self.bench, slot, event)

    def _wanted(self, slot: PlannedSlot, track: TrackState) -> tuple[Wanted, ...]:
        """Sets asked for; alike in every session of a week and stage unless their reps climb."""
        key = (id(slot), self.state.week, track.stage)
        found = self.wanted.get(key)
        if found is None or slot.scheme.climb is not None:
            groups = groups_for(slot, self.state.week, track.stage)
            found = self.wanted[key] = wanted_sets(groups, track.reps)
        return found

    def _finish(self, fact: Fact, day: PlannedDay) -> None:
        """Put the day behind; the last one ends its week, the last week its cycle."""
        state = self.state
        state.last_day = (state.cycle, state.week, day.number)
        state.again = 0
        if day.number not in state.done:
            state.done = (*state.done, day.number)
        self._close_week(fact)

    def _close_week(self, fact: Fact) -> None:
        """Go on with the next week that has days where all of this one are behind."""
        state = self.state
        if len(state.done) < len(self.plan.weeks[state.week - 1]):
            return
        self._end(fact, "week")
        while True:
            if state.week == len(self.plan.weeks):
                self._end(fact, "cycle")
                if not self.plan.repeats:
                    state.finished = True
                    return
                state.cycle += 1
                state.week = 1
            else:
                state.week += 1
            state.done = ()
            if self.plan.weeks[state.week - 1]:
                return

    def _end(self, fact: Fact, what: str) -> None:
        """Fire what the end of a week or cycle brings, for every track that was trained in it."""
        state = self.state
        for key, slot in self.plan.tracks.items():
            track = state.tracks[key]
            trained = track.done_week if what == "week" else track.done_cycle
            if trained and not self.is_suppressed(fact, key):
                trigger: Trigger = "week_end" if what == "week" else "cycle_end"
                fire(self.bench, slot, Event(trigger, state.week, fact.date, None, None))
        for track in state.tracks.values():
            track.done_week = 0
            if what == "cycle":
                track.done_cycle = track.misses = 0

    def _skip(self, fact: Fact) -> None:
        day = self._day(fact)
        if day is not None:
            self._finish(fact, day)

    def _repeat(self, _: Fact) -> None:
        state = self.state
        if state.last_day is None:
            return
        cycle, week, day = state.last_day
        if week != state.week or cycle != state.cycle or state.finished:
            # The week was over: it is the present one again, with this day left.
            days = self.plan.weeks[week - 1]
            state.cycle, state.week, state.finished, state.again = cycle, week, False, 0
            state.done = tuple(one.number for one in days if one.number != day)
        else:
            state.again = day

    def _move(self, fact: Fact) -> None:
        state = self.state
        week = fact.week or state.week
        if not 1 <= week <= len(self.plan.weeks) or not self.plan.weeks[week - 1]:
            return
        days = self.plan.weeks[week - 1]
        state.week, state.finished, state.again = week, False, 0
        first = fact.day if 1 <= fact.day <= len(days) else 1
        state.done = tuple(day.number for day in days if day.number < first)

    def _break(self, fact: Fact) -> None:
        state = self.state
        percent = min(max(fact.value, 0.0), 100.0)
        why = Reason("break", {"percent": percent, "date": fact.date})
        if percent:
            for track in (*state.tracks.values(), *state.other_tracks.values()):
                if track.weight is not None:
                    track.weight = tidy(track.weight * (100 - percent) / 100)
                    track.why = why
            for lift in (*state.lifts.values(), *state.other_lifts.values()):
                if lift.tm is not None:
                    lift.tm = tidy(lift.tm * (100 - percent) / 100)
                    lift.why = why
        if fact.week:
            state.done, state.again = (), 0

    def _set(self, fact: Fact) -> None:
        parts = fact.key.split(".")
        lift = self.state.lifts.get(parts[0])
        if lift is None or len(parts) < 2:
            return
        why = Reason("by_hand", {"what": fact.key, "date": fact.date})
        if len(parts) == 2 and is_of_lift(parts[1]):
            _set_by_hand(lift, parts[1], tidy(fact.value), why)
            return
        key = f"{parts[0]}.{parts[1]}"
        track = self.state.tracks.get(key)
        name = parts[2] if len(parts) == 3 else "weight"
        if track is None or name not in ("weight", "reps", "stage", *track.variables):
            return
        set_of_track(self.plan.tracks[key], track, name, tidy(fact.value), {"date": fact.date})
        if name in ("weight", "reps"):
            track.why = why
            track.why_reps = why if name == "reps" else track.why_reps
        elif name == "stage":
            track.why_stage = why

    def _swap(self, fact: Fact) -> None:
        lift = self.state.lifts.get(fact.lift)
        if lift is not None:
            lift.exercise = fact.exercise or self.plan.lifts[fact.lift].exercise

    def _edition(self, fact: Fact) -> None:
        plan = self.plans.get(fact.program_version_id)
        if plan is None or not any(plan.weeks):
            return
        self.state = carry(self.state, self.plan, plan, self.enrolment, fact.program_version_id)
        self.plan, self.bench = plan, Bench(plan, self.state, self.enrolment)
        if not self.state.finished:
            self._close_week(fact)


def _set_by_hand(lift: LiftState, name: str, value: float, why: Reason) -> None:
    if name == "tm":
        lift.tm, lift.why = value, why
    elif name == "e1rm":
        lift.e1rm = value
    elif name == "1rm":
        lift.maxima, lift.why = {name: value}, why
    elif name != "step":
        lift.maxima = {**lift.maxima, name: value}


def _count(track: TrackState, result: Result) -> None:
    track.stalled += 1
    if result.outcome == "success":
        track.successes, track.failures = track.successes + 1, 0
    elif result.outcome == "failure":
        track.failures, track.successes = track.failures + 1, 0
        track.misses += 1


def _held(track: TrackState, result: Result, date: str) -> None:
    """Nothing moved the weight: say what stood against it."""
    if track.weight is not None and track.why.code != "adopted":
        values = {"outcome": result.outcome, "failures": track.failures, "date": date}
        track.why = Reason("held", {**values, "weight": track.weight})
