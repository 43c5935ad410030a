"""The collection card is made when the index is, kept with it, and never shown when it is stale."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from assistant import assistant as module
from assistant.assistant import Assistant
from assistant.card import CARD, CARD_VERSION, keep_card, kept_card, make_card
from assistant.settings import Settings
from assistant.view import View
from index.generations import current
from index.index import Index
from ui.cli import main

TEXTS = {
    "kiln.md": "# The kiln\n\nThe kiln is a brick oven for pots. Mara Fenn built the kiln.\n\n"
    "## Causes of cracks\n\nDamp clay cracks in the kiln. Mara Fenn dried the clay for a week.\n",
    "glaze.md": "# Glazes\n\nA glaze is a coat of glass on a pot. Mara Fenn sold green glazes.\n",
}


@pytest.fixture
def pottery(tmp_path: Path) -> Path:
    folder = tmp_path / "pottery"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def never(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the card was made again")

    monkeypatch.setattr(module, "make_card", fail)
    monkeypatch.setattr("assistant.suggesting.suggest_questions", fail)


def on_disk(index: Path) -> Path:
    return current(index) / CARD


def test_the_card_is_made_with_the_index_and_only_read_afterwards(
    pottery: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    made = Assistant.open(pottery, tmp_path / "index").card()
    assert on_disk(tmp_path / "index").is_file()
    request.getfixturevalue("never")
    again = Assistant.open(pottery, tmp_path / "index")
    assert again.card() == made
    answer = again.ask("What is in here?")
    assert answer.text.splitlines()[0] == "2 documents, 3 passages."
    assert answer.suggestions == made.examples
    assert 0 < len(made.examples) <= 3


def test_the_index_command_makes_the_card(
    pottery: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    flags = ["--corpus", str(pottery), "--index", str(tmp_path / "index")]
    assert main(["index", *flags]) == 0
    request.getfixturevalue("never")
    assert Assistant.open(pottery, tmp_path / "index").card().n_documents == 2


def test_a_sync_that_changes_a_document_makes_the_card_again(
    pottery: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    assistant = Assistant.open(pottery, tmp_path / "index")
    (pottery / "wheel.md").write_text("# The wheel\n\nA wheel turns the clay.\n", encoding="utf-8")
    for _ in assistant.sync():
        pass
    request.getfixturevalue("never")
    titles = [entry.title for entry in Assistant.open(pottery, tmp_path / "index").card().entries]
    assert titles == ["Glazes", "The kiln", "The wheel"]


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '{"version": 1}', '{"version": 1, "made_with": 2}']
)
def test_what_is_lost_or_broken_is_made_again(kept: str, pottery: Path, tmp_path: Path) -> None:
    made = Assistant.open(pottery, tmp_path / "index").card()
    whole = on_disk(tmp_path / "index").read_text(encoding="utf-8")
    on_disk(tmp_path / "index").write_text(kept, encoding="utf-8")
    assert Assistant.open(pottery, tmp_path / "index").card() == made
    assert on_disk(tmp_path / "index").read_text(encoding="utf-8") == whole


def test_a_card_of_another_version_or_made_otherwise_is_not_read(apiary: Index) -> None:
    card = make_card(View(apiary))
    keep_card(apiary, card, "so")
    assert kept_card(apiary, "so") == card
    assert kept_card(apiary, "otherwise") is None
    record = json.loads(apiary.kept(CARD))
    apiary.keep(CARD, json.dumps(record | {"version": CARD_VERSION + 1}))
    assert kept_card(apiary, "so") is None


def test_another_threshold_makes_a_card_of_its_own(pottery: Path, tmp_path: Path) -> None:
    Assistant.open(pottery, tmp_path / "index")
    made = json.loads(on_disk(tmp_path / "index").read_text(encoding="utf-8"))
    Assistant.open(pottery, tmp_path / "index", settings=Settings(threshold=1.0)).card()
    strict = json.loads(on_disk(tmp_path / "index").read_text(encoding="utf-8"))
    assert (made["made_with"] == strict["made_with"], made["version"]) == (False, strict["version"])


def test_within_a_filter_the_card_is_of_what_is_in_view(pottery: Path, tmp_path: Path) -> None:
    assistant = Assistant.open(pottery, tmp_path / "index")
    answer = assistant.ask("What is in here?", where={"document": ["glaze.md"]})
    assert answer.text.splitlines()[:2] == ["1 document, 1 passage.", "“Glazes”, 16 words."]


def test_a_changed_card_has_a_new_version(apiary: Index) -> None:
    """If this fails, raise ``CARD_VERSION`` and put the new hash here."""
    hashed = sha256(repr(make_card(View(apiary))).encode()).hexdigest()[:12]
    assert (CARD_VERSION, hashed) == (3, "7034171e4bfc")
