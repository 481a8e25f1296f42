"""What the documents promise exists, and what exists is documented."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import generate
import pytest

from fitfolio.cli import build_parser
from fitfolio.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
DOCS = sorted((ROOT / "docs").rglob("*.md"))
PAGES = [*sorted(ROOT.glob("*.md")), *DOCS]
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_to_a_file(page: Path):
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


def test_the_index_lists_every_document():
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    listed = {(ROOT / "docs" / target).resolve() for target in LINK.findall(index)}
    unlisted = [name_of(page) for page in DOCS if page.name != "index.md" and page not in listed]
    assert unlisted == []


def test_decisions_have_a_number_each_and_the_five_headings():
    records = sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    numbers = [int(record.name[:4]) for record in records]
    assert len(set(numbers)) == len(numbers)
    headings = ["Status", "Context", "Decision", "Consequences", "Where in the code"]
    for record in records:
        assert re.findall(r"^## (.+)$", record.read_text(), re.MULTILINE) == headings, record.name


def test_every_setting_says_what_it_means():
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_every_command_and_argument_has_a_line_of_help():
    silent = []
    for command, about in generate.commands(build_parser()):
        if not (about or command.description):
            silent.append(command.prog)
        silent += [
            f"{command.prog} {generate.signature(action)}"
            for action in command._actions
            if not action.help or action.help == argparse.SUPPRESS
        ]
    assert silent == []


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        (bool, "`true` or `false`"),
        (int | None, "number"),
        (tuple[str, ...], "words"),
        (str, "text"),
    ],
)
def test_a_setting_is_described_in_words_of_its_kind(annotation: object, words: str):
    assert generate.kind(annotation) == words


def test_a_bar_in_a_text_does_not_break_the_table():
    assert generate.cell("kg|lb\n") == "kg\\|lb "
