"""Random programs and what random lifters do with them, the strange included."""

from __future__ import annotations

import random
from typing import Any

EDITIONS = ("v2", "v3")
"""Ids of the other editions that facts move to."""

LIFTS = ("squat", "bench", "press", "deadlift", "row")
QUANTITIES = ("weight", "reps", "tm", "1rm", "5rm", "e1rm", "step", "last", "first", "total", "lowest",
              "target", "top", "rpe", "sets", "week", "cycle", "misses", "stalled", "failures")  # fmt: skip


class ProgramMaker:
    """Makes texts that have no problems, from a source of chance."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.lifts = chance.sample(LIFTS, chance.randint(1, 4))
        self.weeks = chance.choice((1, 1, 2, 3, 4, 6))
        self.schemes = [f"s{number}" for number in range(chance.randint(1, 4))]
        self.tracks: list[str] = []

    def text(self) -> str:
        """The whole program."""
        chance = self.chance
        lines = ['program "Random"', f"  weeks {self.weeks}"]
        if chance.random() < 0.3:
            lines.append("  once")
        if self.weeks > 2 and chance.random() < 0.5:
            lines.append(f"  deload {self.weeks}  # rest")
            lines.append(f'  block "all" 1-{self.weeks}')
        days = self.days()
        lines += [self.lift(lift) for lift in self.lifts]
        for place, scheme in enumerate(self.schemes):
            lines += ["", *self.scheme(scheme, place)]
        return "\n".join([*lines, "", *days]) + "\n"

    def lift(self, name: str) -> str:
        text = f"lift {name} = {name}-barbell"
        if self.chance.random() < 0.7:
            text += self.chance.choice((", step 5kg/10lb", ", step 2.5kg/5lb", ", step 1kg"))
        roll = self.chance.random()
        if roll < 0.5:
            text += f", tm {self.chance.choice((85, 90, 100))}%"
        elif roll < 0.6:
            text += f", tm of {self.chance.choice(self.lifts)}"
        if self.chance.random() < 0.3:
            text += self.chance.choice(
                (", start 20kg/45lb", ", start 70% of 1rm", ", start 5rm - 10kg/20lb")
            )
        return text

    def days(self) -> list[str]:
        chance = self.chance
        lines: list[str] = []
        weeks = [f"1-{self.weeks}"] if self.weeks > 1 else [""]
        if self.weeks > 2 and chance.random() < 0.3:
            weeks = ["1,3", "2"]
        for header in weeks:
            if header and (len(weeks) > 1 or chance.random() < 0.3):
                lines.append(f"week {header}")
            for number in range(chance.randint(1, 3)):
                weekday = chance.choice(("", "", " on monday", " on friday"))
                lines.append(
                    f"day {chance.choice(('A', number + 1, chr(34) + 'Big day' + chr(34)))}{weekday}"
                )
                lines += [self.slot() for _ in range(chance.randint(1, 4))]
        return lines

    def slot(self) -> str:
        chance = self.chance
        lift = chance.choice(self.lifts)
        label = chance.choice(("", "", " as heavy"))
        if chance.random() < 0.75:
            scheme = chance.choice(self.schemes)
            self.tracks.append(f"{lift}.{'heavy' if label else scheme}")
            text = f"  {lift} {scheme}{label}"
        else:
            self.tracks.append(f"{lift}.{'heavy' if label else 'work'}")
            text = f"  {lift}{label}: {self.groups(None)}"
        return text + chance.choice(("", "", "; superset A", "; rest 90s", '; note "slow"'))

    def scheme(self, name: str, place: int) -> list[str]:
        chance = self.chance
        head = f"scheme {name}"
        if place and chance.random() < 0.2:
            head += f" like {self.schemes[place - 1]}"
        climbs = chance.random() < 0.4
        lines = [head, *(["  reps 6 to 9"] if climbs else []), "  var seen = 0"]
        stages = chance.choice((0, 0, 2, 3))
        if stages:
            lines += [f"  stage {number}{chance.choice(('', '', ' with dip'))}: {self.groups(climbs)}"
                      for number in range(1, stages + 1)]  # fmt: skip
        elif self.weeks > 1 and chance.random() < 0.6:
            lines += [f"  week {week}: {self.groups(climbs)}" for week in range(1, self.weeks + 1)
                      if chance.random() < 0.9 or week == 1]  # fmt: skip
        else:
            lines.append(f"  sets {self.groups(climbs)}")
        lines += [f"  {line}" for line in ("warmup auto", "warmup 5@40%, 3@60%", "rest 3min",
                  "tempo 3-1-1-0", f"start {self.value(2)}") if chance.random() < 0.2]  # fmt: skip
        seen = set()
        for _ in range(chance.randint(0, 4)):
            rule = self.rule(stages)
            head = rule.split(":")[0]
            if head not in seen:
                seen.add(head)
                lines.append(f"  {rule}")
        return lines

    def groups(self, climbs: bool | None) -> str:
        return ", ".join(self.group(bool(climbs)) for _ in range(self.chance.randint(1, 3)))

    def group(self, climbs: bool) -> str:
        chance = self.chance
        goals = ["5", "3", "1+", "5+", "8-12", "max", "5rm", "60s", "400m", "50-100 total", "12"]
        text = chance.choice(("", "", "3x", "5x")) + chance.choice(
            ["reps"] * 4 + goals if climbs else goals
        )
        text += chance.choice((
            "", "", "", "@75%", "@62.5%", "@rpe 8", "@rir 2", "@ask", "@bw", "@60kg/135lb", "@80% of top",
            "@70% of 1rm", "@50% of e1rm", "@90% of weight", f"@70% of {chance.choice(self.lifts)}.tm",
            f"@85% of {chance.choice(self.tracks)}", f"@({self.value(2)})",
        ))  # fmt: skip
        text += chance.choice(
            ("", "", "", " rpe 9", " ramp 10%", " rest 2min", " drop", ' "light"')
        )
        return text

    def value(self, depth: int) -> str:
        chance = self.chance
        leaves = (*QUANTITIES, "2", "0.5", "5kg/10lb", f"{chance.choice(self.lifts)}.tm",
                  f"{chance.choice(self.lifts)}.3rm", chance.choice(self.tracks), f"reps({chance.randint(0, 3)})")  # fmt: skip
        if depth == 0 or chance.random() < 0.3:
            return chance.choice(leaves)
        one, two = self.value(depth - 1), self.value(depth - 1)
        return chance.choice((
            f"{one} + {two}", f"{one} - {two}", f"({one} + {two}) * 2", f"({one}) / ({two})", f"-({one})",
            f"85% of ({one})", f"min({one}, {two})", f"max({one}, {two})", f"round({one})", f"floor({one})",
            f"ceil({one})", f"abs({one} - {two})", f"if({one} > {two}, {one}, 3)", f"({one}) * ({two})",
        ))  # fmt: skip

    def condition(self) -> str:
        chance = self.chance
        op = chance.choice((">=", ">", "<", "<=", "=", "!="))
        text = f"{self.value(1)} {op} {self.value(1)}"
        return chance.choice(
            (text, f"{text} and stalled > 1", f"not ({text})", f"last >= 6 or {text}")
        )

    def rule(self, stages: int) -> str:
        chance = self.chance
        trigger = chance.choice(("success", "failure", "failure 2 times", "done", "week end", "cycle end",
                                 "last >= 6", "last > 2 and total >= 10"))  # fmt: skip
        where = ""
        if stages and chance.random() < 0.4:
            where += f" in stage {chance.randint(1, stages)}"
        if self.weeks > 1 and chance.random() < 0.2:
            where += f" in week {chance.randint(1, self.weeks)}"
        when = (
            f" when {self.condition()}"
            if trigger.split()[0] in ("success", "failure", "cycle") and chance.random() < 0.3
            else ""
        )
        if trigger == "done":
            when = f" when {self.condition()}"  # else it would hide all rules behind it
        actions = ["weight + step", "weight - 10%", "tm + step", "tm - 10%", "reps + 1", "seen = last",
                   f"weight = {self.value(2)}", "weight + 5% of weight", "1rm + 2.5kg/5lb", "reps = 6",
                   f"{chance.choice(self.lifts)}.tm + 1kg/2lb", f"{chance.choice(self.tracks)} + step", "stage = 2"]  # fmt: skip
        if stages:
            actions += ["next stage", "first stage"] * 2
        return (
            f"on {trigger}{where}{when}: {', '.join(chance.sample(actions, chance.randint(1, 2)))}"
        )


def random_enrolment(chance: random.Random) -> dict[str, Any]:
    """Start values, some of them missing."""
    starts: dict[str, float] = {}
    for lift in LIFTS:
        for key, share in (("1rm", 0.6), ("5rm", 0.2), ("tm", 0.2), ("", 0.3)):
            if chance.random() < share:
                starts[f"{lift}.{key}" if key else lift] = chance.randint(16, 100) * 2.5
    return {"unit": chance.choice(("kg", "lb")), "starts": starts}


def random_facts(chance: random.Random, tracks: list[str]) -> list[dict[str, Any]]:
    """What a lifter logs: mostly workouts, now and then everything else."""
    facts: list[dict[str, Any]] = []
    for number in range(chance.randint(0, 25)):
        fact: dict[str, Any] = {"id": f"f{number:03d}", "at": 1000 * number + chance.randint(0, 1),
                                "date": f"2026-{1 + number // 28:02d}-{1 + number % 28:02d}"}  # fmt: skip
        kind = chance.choice(
            ["workout"] * 12
            + ["skip", "repeat", "move", "break", "set", "swap", "suppress", "edition"]
        )
        fact["kind"] = kind
        if kind == "workout":
            if chance.random() < 0.2:
                fact |= {"week": chance.randint(1, 4), "day": chance.randint(1, 3)}
            wanted = chance.sample(tracks, min(len(tracks), chance.randint(1, 8)))
            fact["slots"] = [random_slot(chance, track) for track in wanted]
        elif kind in ("skip", "move"):
            fact |= {"week": chance.randint(0, 4), "day": chance.randint(0, 3)}
        elif kind == "break":
            fact |= {"value": chance.choice((0, 10, 20)), "week": chance.randint(0, 1)}
        elif kind == "set":
            key = chance.choice((f"{chance.choice(LIFTS)}.tm", f"{chance.choice(LIFTS)}.1rm", f"{chance.choice(LIFTS)}.e1rm",
                                 f"{chance.choice(LIFTS)}.5rm", *tracks, f"{tracks[0]}.reps", f"{tracks[0]}.stage",
                                 f"{tracks[0]}.seen", "nobody.tm", "squat", "squat.step", "row.nothing"))  # fmt: skip
            fact |= {"key": key, "value": chance.randint(1, 60) * 2.5}
        elif kind == "swap":
            fact |= {"lift": chance.choice(LIFTS), "exercise": chance.choice(("", "goblet-squat"))}
        elif kind == "edition":
            fact["program_version_id"] = chance.choice((*EDITIONS, "gone"))
        else:
            fact |= {
                "workout": f"f{chance.randint(0, number):03d}",
                "track": chance.choice(("", *tracks)),
            }
        facts.append(fact)
    chance.shuffle(facts)
    return facts


def random_slot(chance: random.Random, track: str) -> dict[str, Any]:
    """A slot done well, badly, or as something else."""
    slot: dict[str, Any] = {
        "track": track,
        "sets": [random_set(chance) for _ in range(chance.randint(0, 6))],
    }
    if chance.random() < 0.05:
        slot["exercise"] = "goblet-squat"
    return slot


def random_set(chance: random.Random) -> dict[str, Any]:
    """One set; whole and half weights, some in the other unit."""
    done: dict[str, Any] = {
        "reps": chance.choice((0, 1, 3, 5, 5, 8, 10, 12, 12, 12)),
        "weight": chance.randint(8, 80) * 2.5,
    }
    roll = chance.random()
    if roll < 0.05:
        done["kind"] = "warm_up"
    elif roll < 0.1:
        done["completed"] = False
    elif roll < 0.2:
        done["unit"] = chance.choice(("kg", "lb"))
    elif roll < 0.3:
        done["rpe"] = chance.choice((6, 7, 7.5, 8, 9, 10))
    elif roll < 0.35:
        done["rir"] = chance.choice((0, 1, 2, 4))
    elif roll < 0.4:
        done |= {"weight": None, "seconds": 60, "metres": 400.5, "reps": None}
    elif roll < 0.45:
        done["kind"] = "amrap"
    return done


def random_workout(chance: random.Random, number: int) -> dict[str, Any]:
    """A workout's document, in the shape of the wire."""
    program = {"enrolment_id": chance.choice("eef"), "week": chance.randint(1, 4), "day": 1}
    return {
        "id": f"w{number}",
        "finished_at": chance.choice((None, f"2026-11-0{number + 1}T18:00:00.25Z")),
        "local_date": f"2026-11-0{number + 1}",
        "program": chance.choice((None, program, program)),
        "exercises": [
            {
                "exercise_id": chance.choice(("x1", "x9", "x7")),
                "position": chance.randint(0, 9) * 10 + place,
                "track": chance.choice((None, "squat.s0", "row.s1")),
                "prescription": chance.choice((None, {"exercise": "Row"})),
                "sets": [random_logged_set(chance, one) for one in range(chance.randint(0, 7))],
            }
            for place in range(chance.randint(0, 3))
        ],
    }


def random_logged_set(chance: random.Random, place: int) -> dict[str, Any]:
    """A set of a document; now and then one side of it."""
    return {
        "position": chance.randint(0, 9) * 10 + place,
        "kind": chance.choice(("working", "working", "warm_up", "amrap")),
        "completed": chance.random() < 0.8,
        "weight": chance.choice((None, 20, 22.5, 45)),
        "weight_unit": chance.choice((None, "kg", "lb")),
        "reps": chance.choice((None, 5, 8)),
        "duration_s": chance.choice((None, 30, 42.5)),
        "distance_m": chance.choice((None, 100)),
        "rpe": chance.choice((None, 8, 9.5)),
        "rir": chance.choice((None, 1, 2)),
        "side": chance.choice((None, "left", "right")),
    }
