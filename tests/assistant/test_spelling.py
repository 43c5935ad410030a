"""Words read as the corpus writes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.spelling import Corrected, _is_derived, correct


@pytest.mark.parametrize(
    ("typed", "read", "changes"),
    [
        ("who owns Brodel Works", "who owns Brodal Works", (("Brodel", "Brodal"),)),
        ("who owns brodel works", "who owns Brodal works", (("brodel", "Brodal"),)),
        ("who owns Bordla Works", "who owns Brodal Works", (("Bordla", "Brodal"),)),
        ("Ormstadt harbour", "Ormstad harbour", (("Ormstadt", "Ormstad"),)),
        ("the Zoë Fundry", "the Zoë Foundry", (("Fundry", "Foundry"),)),
        ("the Zoé foundry", "the Zoé foundry", ()),
        ("who owns Brodal Works", "who owns Brodal Works", ()),
        ("who owns Sanofi", "who owns Sanofi", ()),
        ("why is the sky blue", "why is the sky blue", ()),
        ("who owned the Steamer", "who owned the Steamer", ()),
        ("wich pier is of oak", "wich pier is of oak", ()),
        ("did Sanofi Brodel pay", "did Sanofi Brodel pay", ()),
        ("", "", ()),
    ],
)
def test_a_misspelt_word_is_read_with_the_letters_and_capitals_of_the_documents(
    quarry: Assistant, typed: str, read: str, changes: tuple[tuple[str, str], ...]
) -> None:
    assert correct(typed, quarry.index) == Corrected(read, changes)


def test_a_note_says_what_was_read_for_what(quarry: Assistant) -> None:
    answer = quarry.ask("Who lent a crane to the Zoë Fundry?")
    assert answer.notes == ("Read “Fundry” as “Foundry”.",)
    assert answer.query == "Who lent a crane to the Zoë Foundry?"


def test_forms_of_one_word_are_not_taken_for_misspelt_but_a_doubled_letter_is() -> None:
    assert _is_derived("cheapest", "cheaper")
    assert _is_derived("projector", "project")
    assert not _is_derived("verilly", "verily")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("how deep is the sweat shaft", "how deep is the sweet shaft"),
        ("who lit the stow lamp", "who lit the stow lamp"),
        ("why did the horses sweat", "why did the horses sweat"),
        ("is the shaft sweet", "is the shaft sweet"),
    ],
)
def test_a_word_of_another_meaning_is_read_as_the_one_that_stands_beside_the_next(
    tmp_path: Path, typed: str, read: str
) -> None:
    (tmp_path / "mine.md").write_text(MINE, "utf-8")
    opened = Assistant.open(corpus=tmp_path, index=tmp_path / "index")
    assert correct(typed, opened.index).text == read


MINE = """# The salt mine

The sweet shaft is 61 metres deep. The horses drank from a trough by the lamp room.
The stove was lit by the cook, and nobody slept beside it.
"""


HARBOUR = """# The harbour of Ulvik

Rollan led the fishermen, and the role of his sons is unknown. The role of the pilots was small.
A pharmacy stands beside the mole. Each autumn the council holds a meeting about the nets.
The dispute with Scott Merriman was settled in 1931.
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("harbour")
    (folder / "documents").mkdir()
    (folder / "documents" / "harbour.md").write_text(HARBOUR, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("who followed Rolan?", "who followed Rollan?"),
        ("who were Rolan's sons?", "who were Rollan's sons?"),
        ("where is the farmacy", "where is the pharmacy"),
        ("how did the dispoot end", "how did the dispute end"),
        ("what did the mending cost", "what did the mending cost"),
        ("did the Scots pay", "did the Scots pay"),
    ],
)
def test_a_name_is_read_as_a_name_and_a_word_as_what_sounds_alike(
    harbour: Assistant, typed: str, read: str
) -> None:
    assert correct(typed, harbour.index).text == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("who runs Kestrel Werke", "who runs KestrelWerke"),
        ("who runs Kestral Werke", "who runs KestrelWerke"),
        ("who runs kestral werke", "who runs kestral werke"),
        ("who runs Kestral Yard", "who runs Kestral Yard"),
    ],
)
def test_a_name_typed_apart_may_be_misspelt_too(tmp_path: Path, typed: str, read: str) -> None:
    (tmp_path / "works.md").write_text("# Works\n\nIda Holm runs KestrelWerke by the yard.\n")
    assistant = Assistant.open(tmp_path, tmp_path / "index")
    assert correct(typed, assistant.index).text == read
