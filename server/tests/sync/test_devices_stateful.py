"""Devices that edit, lose connection, repeat themselves and disagree about the time end up equal.

Hypothesis drives two or three simulated devices against the application: random edits of all kinds,
deletions and restorations, spells offline, requests that are cut, repeated, reordered and late,
clocks that are a day wrong. In the end everything is delivered and pulled, and then

* every device and the server hold the same documents,
* no completed set that was logged is missing: it is there, or somebody who saw it deleted it, or it
  is on the list of recovered values,
* the rollups equal those made anew.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from fitfolio.workouts import rebuild
from fitfolio.workouts.stale import settle
from tests.programs.program_builders import a_program, a_version, an_enrolment
from tests.sync.device import DAY_MS, Device
from tests.workouts.builders import a_set, a_workout, an_entry

numbers = st.integers(0, 2)
seeds = st.integers(0, 2**32)
faults = st.sampled_from(["", "", "", "cut", "repeated", "never", "late"])


class Devices(RuleBasedStateMachine):
    """One account on several devices."""

    server = None
    counted = 0
    accounts = 0

    @initialize(
        count=st.integers(2, 3),
        skews=st.lists(st.integers(-DAY_MS, DAY_MS), min_size=3, max_size=3),
    )
    def begin(self, count, skews):
        type(self).accounts += 1
        person = self.server.sign_in(f"lifter{self.accounts}@example.org")
        self.person = person
        self.chance = random.Random(0)
        self.devices = [
            Device(person.client, self.server.clock, self.chance, skews[number])
            for number in range(count)
        ]
        self.late = []
        # All begin with one workout they know, so that they have something to disagree about.
        first = self.devices[0]
        first.do("workouts.create", {}, a_workout(an_entry(a_set(), a_set()), an_entry(a_set())))
        program, version, enrolment = a_program(), a_version(""), an_enrolment("", "")
        version["program_id"] = enrolment["program_id"] = program["id"]
        enrolment["program_version_id"] = version["id"]
        first.do("programs.create", {}, program)
        first.do("program_versions.create", {}, version)
        first.do("enrolments.create", {}, enrolment)
        for device in self.devices:
            device.follows = {"program_id": program["id"], "enrolment_id": enrolment["id"]}
        first.hear(first.send(first.request()))
        for device in self.devices:
            device.pull()

    def device(self, number, seed):
        type(self).counted += 1
        self.chance.seed(seed)
        return self.devices[number % len(self.devices)]

    @rule(number=numbers, seed=seeds, count=st.integers(2, 9))
    def edit(self, number, seed, count):
        device = self.device(number, seed)
        for _ in range(count):
            self.server.clock.ms += self.chance.choice([0, 1, 40_000])
            device.edit()

    @rule(number=numbers, seed=seeds, fault=faults, limit=st.integers(1, 30))
    def push(self, number, seed, fault, limit):
        device = self.device(number, seed)
        request = device.request(limit)
        if request is None or fault == "never":
            return
        if fault == "late":
            # The device hears nothing and sends again; this one arrives when it pleases.
            self.late.append((device, request))
            return
        answer = device.send(request)
        if fault == "repeated":
            answer = device.send(request)
        if fault != "cut":
            device.hear(answer)

    @precondition(lambda self: self.late)
    @rule(seed=seeds)
    def deliver_late(self, seed):
        self.device(0, seed)
        device, request = self.late.pop(self.chance.randrange(len(self.late)))
        sent = {item["key"] for item in device.outbox}
        if any(item["key"] in sent for item in request["operations"]):
            # It overtook what the device would send again: the rest of its first part still waits.
            first = [item["key"] for item in device.outbox[: len(request["operations"])]]
            if [item["key"] for item in request["operations"]] != first:
                self.late.append((device, request))
                return
        device.send(request)

    @rule(number=numbers, seed=seeds, count=st.integers(2, 9))
    def edit_more(self, number, seed, count):
        # Twice among the rules: people edit more often than they find a network.
        self.edit(number, seed, count)

    @rule(number=numbers, seed=seeds, limit=st.integers(1, 50), until_end=st.booleans())
    def pull(self, number, seed, limit, until_end):
        self.device(number, seed).pull(limit, until_end=until_end)

    @rule(hours=st.integers(0, 30))
    def time_passes(self, hours):
        type(self).counted += 1
        self.server.clock.ms += hours * 3_600_000 // 10

    def teardown(self):
        if not hasattr(self, "devices"):
            return
        for device in self.devices:
            while (request := device.request()) is not None:
                device.hear(device.send(request))
        for device, request in self.late:
            device.send(request)
        for device in self.devices:
            device.pull(37)
        self.all_are_equal()
        self.no_set_is_missing()
        db = self.server.state.db
        db.write_now(settle, self.person.id)
        assert db.write_now(rebuild.rebuild_and_count, self.person.id) == 0

    def all_are_equal(self):
        fresh = Device(self.person.client, self.server.clock, self.chance, 0)
        fresh.pull(500)
        for device in self.devices:
            assert device.outbox == []
            assert device.pulled == fresh.pulled
            kept = {key: data for key, data in device.others.items() if data is not None}
            assert kept == {key: data for key, data in fresh.others.items() if data is not None}

    def no_set_is_missing(self):
        documents = self.devices[0].pulled.values()
        present = {
            row["id"] for item in documents for entry in item["exercises"] for row in entry["sets"]
        }
        listed = self.person.client.get("/api/v1/sync/recovered").json()["recovered"]
        recovered = {item["entity_id"] for item in listed if item["kind"] == "deleted_edit"}
        deleted = set().union(*(device.knowingly_deleted for device in self.devices))
        logged = set().union(*(device.logged for device in self.devices))
        assert logged - present - deleted - recovered == set()


def run_steps(server, steps):
    """At least so many steps of the machine above."""
    Devices.server, Devices.counted = server, 0
    length = 40
    while Devices.counted < steps:
        run_state_machine_as_test(
            Devices,
            settings=settings(
                max_examples=max(5, (steps - Devices.counted) // length),
                stateful_step_count=length, deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )  # fmt: skip


@pytest.mark.long
def test_devices_that_lose_requests_and_time_end_equal_and_lose_no_set(server):
    run_steps(server, 1_000)


@pytest.mark.long
@pytest.mark.nightly
def test_the_same_for_many_more_steps(server):
    run_steps(server, 10_000)
