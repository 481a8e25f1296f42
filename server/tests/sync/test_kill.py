"""Killing the server at any moment loses no acknowledged set and doubles none."""

from __future__ import annotations

import pytest

from tests.sync.kill_rounds import run_rounds


@pytest.mark.long
def test_no_acknowledged_set_is_lost_or_doubled_by_a_kill(database_url, tmp_path):
    outcome = run_rounds(tmp_path, database_url, rounds=3)
    assert outcome.is_clean, str(outcome)
    assert outcome.acknowledged > 20


@pytest.mark.long
@pytest.mark.nightly
def test_the_same_for_a_hundred_kills_of_each_database(database_url, tmp_path):
    outcome = run_rounds(tmp_path, database_url, rounds=100, seed=2)
    assert outcome.is_clean, str(outcome)
