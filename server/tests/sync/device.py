"""A simulated device: what it pulled, what it did, and an outbox that survives every fault.

It behaves as the web app does: an edit changes the local view and goes into the outbox at once; the
outbox is sent in order; an operation leaves it only when its answer was heard; pulled documents are
shown with what is unsent on top.
"""

from __future__ import annotations

import copy
import random
from typing import Any

from fitfolio.core.ids import uuid7
from fitfolio.core.stamps import TICKS_PER_MS
from tests.programs.program_builders import a_fact, a_version
from tests.sync.operations import PUSH, an_operation
from tests.workouts.builders import a_set, a_workout, an_entry, library_id

DAY_MS = 86_400_000
EXERCISES = [library_id(), library_id(number=1), library_id("bodyweight_reps")]
WORDS = ["grind", "easy", "slow", "paused", "belt", "shoes off"]


class Device:
    """One phone or tablet of an account; `client` talks to the server, `clock` is the true time."""

    def __init__(self, client: Any, clock: Any, chance: random.Random, skew_ms: int) -> None:
        self.id = uuid7()
        self.client, self.clock, self.chance = client, clock, chance
        self.skew_ms = skew_ms
        self.correction_ms = self.last_stamp = self.checkpoint = 0
        self.pulled: dict[str, dict[str, Any]] = {}
        self.others: dict[tuple[str, str], Any] = {}
        self.outbox: list[dict[str, Any]] = []
        self.view: dict[str, dict[str, Any]] = {}
        self.bin: list[tuple[str, dict[str, str]]] = []
        self.logged: set[str] = set()
        self.knowingly_deleted: set[str] = set()
        self.follows: dict[str, str] = {}
        self.facts: list[str] = []

    # -- doing things

    def do(self, name: str, path: dict[str, str], body: Any = None) -> None:
        """Apply to the view and put into the outbox, as one step."""
        wall = self.clock.ms + self.skew_ms + self.correction_ms
        self.last_stamp = max(wall * TICKS_PER_MS, self.last_stamp + 1)
        item = an_operation(
            name, path, body, stamp=self.last_stamp, base_rev=self.checkpoint
        )  # fmt: skip
        self.outbox.append(item)
        apply(self.view, item)

    def edit(self) -> None:
        """One random thing a lifter does."""
        chance = self.chance
        if chance.random() < 0.15:
            self.edit_something_else()
            return
        if not self.view or (len(self.view) < 3 and chance.random() < 0.1):
            body = a_workout(*(an_entry() for _ in range(chance.randint(0, 2))), finished_at=None)
            self.do("workouts.create", {}, body)
            return
        if self.bin and chance.random() < 0.15:
            name, path = chance.choice(self.bin)
            self.do(name, path)
            return
        workout = chance.choice(list(self.view.values()))
        path = {"workout_id": workout["id"]}
        entries = workout["exercises"]
        sets = [row for entry in entries for row in entry["sets"]]
        actions = [self.edit_workout, self.add_entry]
        if entries:
            actions += [self.log, self.log, self.log, self.edit_entry]
        if sets:
            actions += [self.edit_set, self.edit_set, self.edit_set]
        chance.choice(actions)(workout, path)

    def edit_workout(self, workout: dict[str, Any], path: dict[str, str]) -> None:
        chance = self.chance
        match chance.randint(0, 5):
            case 0:
                self.forget(workout, workout["exercises"])
                self.bin.append(("workouts.restore", path))
                self.do("workouts.delete", path)
            case 1:
                end = f"2026-11-10T{chance.randint(10, 23)}:00:00Z"
                self.do("workouts.change", path, {"finished_at": end})
            case 2 if workout["exercises"]:
                ids = [entry["id"] for entry in workout["exercises"]]
                chance.shuffle(ids)
                self.do("workouts.reorder_exercises", path, {"ids": ids})
            case _:
                field = chance.choice(["title", "notes"])
                self.do("workouts.change", path, {field: chance.choice(WORDS)})

    def add_entry(self, _workout: dict[str, Any], path: dict[str, str]) -> None:
        body = an_entry(exercise_id=self.chance.choice(EXERCISES)) | {
            "position": self.chance.randint(0, 5)
        }
        self.do("workouts.add_exercise", path, body)

    def edit_entry(self, workout: dict[str, Any], path: dict[str, str]) -> None:
        entry = self.chance.choice(workout["exercises"])
        path |= {"entry_id": entry["id"]}
        match self.chance.randint(0, 4):
            case 0:
                self.forget(workout, [entry])
                self.bin.append(("workouts.restore_exercise", path))
                self.do("workouts.delete_exercise", path)
            case 1:
                change = {"exercise_id": self.chance.choice(EXERCISES)}
                self.do("workouts.change_exercise", path, change)
            case _:
                change = {"notes": self.chance.choice(WORDS)}
                self.do("workouts.change_exercise", path, change)

    def log(self, workout: dict[str, Any], path: dict[str, str]) -> None:
        entry = self.chance.choice(workout["exercises"])
        body = a_set(reps=self.chance.randint(1, 12), position=len(entry["sets"]))
        self.logged.add(body["id"])
        self.do("workouts.log_set", path | {"entry_id": entry["id"]}, body)

    def edit_set(self, workout: dict[str, Any], path: dict[str, str]) -> None:
        chance = self.chance
        row = chance.choice([row for entry in workout["exercises"] for row in entry["sets"]])
        path |= {"set_id": row["id"]}
        if chance.random() < 0.2:
            self.knowingly_deleted.add(row["id"])
            self.bin.append(("workouts.restore_set", path))
            self.do("workouts.delete_set", path)
            return
        change = {
            "reps": chance.randint(1, 20),
            "weight": chance.choice([60, 62.5, 80, 100]),
            "weight_unit": chance.choice(["kg", "lb"]),
            "rpe": chance.choice([None, 7, 8.5, 10]),
            "notes": chance.choice(WORDS),
            "completed": True,
        }
        names = chance.sample(list(change), chance.randint(1, 3))
        self.do("workouts.change_set", path, {name: change[name] for name in names})

    def edit_something_else(self) -> None:
        chance = self.chance
        match chance.randint(0, 3):
            case _ if self.follows and chance.random() < 0.5:
                self.edit_program()
            case 0:
                body = {"favourite": chance.random() < 0.5, "notes": chance.choice(WORDS)}
                path = {"exercise_id": chance.choice(EXERCISES)}
                self.do("exercises.change_preference", path, body)
            case 1:
                body = {"id": uuid7(), "metric": "weight", "value": chance.randint(70, 90) * 1.0,
                        "measured_at": "2026-11-10T09:00:00Z", "unit": "kg"}  # fmt: skip
                self.do("metrics.create", {}, body)
            case 2:
                self.do("exercises.create", {}, {"id": uuid7(), "name": chance.choice(WORDS)})
            case _:
                self.do("auth.change_profile", {}, {"weekly_goal": chance.randint(1, 7)})

    def edit_program(self) -> None:
        """What one does to a program that is followed: drafts, editions, facts."""
        chance = self.chance
        program = {"program_id": self.follows["program_id"]}
        enrolment = {"enrolment_id": self.follows["enrolment_id"]}
        match chance.randint(0, 6):
            case 0:
                self.do("programs.change", program, {"draft_text": chance.choice(WORDS)})
            case 1:
                self.do("program_versions.create", {}, a_version(program["program_id"]))
            case 2:
                change = {"name": chance.choice(WORDS), "starts": {"squat": chance.randint(1, 99)}}
                self.do("enrolments.change", enrolment, change)
            case 3 if self.facts:
                path = enrolment | {"fact_id": chance.choice(self.facts)}
                self.do("enrolments.delete_fact", path)
            case 4:
                what = chance.choice(["programs", "enrolments"])
                ends = ("delete", "restore") if chance.random() < 0.5 else ("delete",)
                for end in ends:
                    self.do(f"{what}.{end}", program if what == "programs" else enrolment)
            case _:
                fact = a_fact(chance.choice(["skip", "repeat", "break"]), value=5)
                self.facts.append(fact["id"])
                self.do("enrolments.add_fact", enrolment, fact)

    def forget(self, workout: dict[str, Any], entries: list[dict[str, Any]]) -> None:
        """These are deleted by somebody who saw them."""
        del workout
        self.knowingly_deleted.update(row["id"] for entry in entries for row in entry["sets"])

    # -- talking to the server

    def request(self, limit: int = 200) -> dict[str, Any] | None:
        """What would be sent now."""
        if not self.outbox:
            return None
        items = copy.deepcopy(self.outbox[:limit])
        return {"device_id": self.id, "schema": 1, "operations": items}

    def send(self, request: dict[str, Any]) -> dict[str, Any]:
        """Put a request through; the answer is not heard yet."""
        answer = self.client.post(PUSH, json=request)
        assert answer.status_code == 200, answer.text
        for result in answer.json()["results"]:
            assert result["status"] == "applied", result
        return answer.json()

    def hear(self, answer: dict[str, Any]) -> None:
        """Strike off what the server has taken."""
        done = {result["key"] for result in answer["results"]}
        self.outbox = [item for item in self.outbox if item["key"] not in done]
        self.set_clock(answer["server_time_ms"])

    def set_clock(self, server_time_ms: int) -> None:
        self.correction_ms = server_time_ms - (self.clock.ms + self.skew_ms)
        self.last_stamp = max(self.last_stamp, server_time_ms * TICKS_PER_MS)

    def pull(self, limit: int = 200, *, until_end: bool = True) -> None:
        """Take in what changed; what is unsent stays on top."""
        while True:
            params = {"since": self.checkpoint, "limit": limit}
            feed = self.client.get("/api/v1/sync", params=params).json()
            for change in feed["changes"]:
                self.store(change)
            self.checkpoint = feed["checkpoint"]
            self.set_clock(feed["server_time_ms"])
            if not (feed["more"] and until_end):
                break
        self.view = copy.deepcopy(self.pulled)
        for item in self.outbox:
            apply(self.view, item)

    def store(self, change: dict[str, Any]) -> None:
        key = change["id"]
        if change["kind"] != "workout":
            self.others[change["kind"], key] = change["data"]
        elif change["deleted"]:
            self.pulled.pop(key, None)
        else:
            self.pulled[key] = change["data"]


def apply(view: dict[str, dict[str, Any]], item: dict[str, Any]) -> None:
    """What a device shows of its own operation before the server has spoken; a rough likeness,
    only good enough to choose what is edited next.
    """
    path, body = item["path"], item["body"]
    if item["name"] == "workouts.create":
        view.setdefault(body["id"], copy.deepcopy(body))
        return
    workout = view.get(path.get("workout_id", ""))
    if workout is None:
        return
    entries = workout["exercises"]
    entry = next((one for one in entries if one["id"] == path.get("entry_id")), None)
    match item["name"]:
        case "workouts.delete":
            del view[workout["id"]]
        case "workouts.add_exercise":
            if all(one["id"] != body["id"] for one in entries):
                entries.append(copy.deepcopy(body))
        case "workouts.delete_exercise" if entry is not None:
            entries.remove(entry)
        case "workouts.log_set" if entry is not None:
            if all(row["id"] != body["id"] for row in entry["sets"]):
                entry["sets"].append(dict(body))
        case "workouts.delete_set":
            for one in entries:
                one["sets"] = [row for row in one["sets"] if row["id"] != path["set_id"]]
