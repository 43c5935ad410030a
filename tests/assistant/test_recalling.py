"""A wish about the last answer is about the very quotes that were given."""

from __future__ import annotations

import pytest

from assistant.answer import Turn
from assistant.assistant import Assistant

CANAL = """# The Osk canal

Three towns paid for the canal. Varn gave the stone. Low Osk lent two hundred horses.
The Harbour Board dug the basin with its own men. The basin holds forty barges.
"""
ASKED = "What did the three towns bring to the canal?"
SAID = (
    "Varn gave the stone. Low Osk lent two hundred horses."
    " The Harbour Board dug the basin with its own men."
)


@pytest.fixture(scope="module")
def canal(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("canal")
    (folder / "canal.md").write_text(CANAL, encoding="utf-8")
    return Assistant.open(folder / "canal.md", folder / "index")


@pytest.mark.parametrize("wish", ["put that in a table", "as a table", "ok, as a table please"])
def test_a_table_of_the_last_answer_holds_its_quotes_under_what_they_open_with(
    canal: Assistant, wish: str
) -> None:
    answer = canal.ask(wish, (Turn("user", ASKED), Turn("assistant", SAID)))
    assert answer.shape == "table"
    assert [(s.label, s.text) for s in answer.statements] == [
        ("Varn", "Varn gave the stone."),
        ("Low Osk", "Low Osk lent two hundred horses."),
        ("Harbour Board", "The Harbour Board dug the basin with its own men."),
    ]


def test_markers_of_the_page_are_no_part_of_what_was_said(canal: Assistant) -> None:
    said = r"Varn gave the stone. \[1\](#cite=canal.md:53-73&n=1) The basin holds forty barges. [2]"
    answer = canal.ask("shorter", (Turn("user", ASKED), Turn("assistant", said)))
    assert [s.text for s in answer.statements] == ["Varn gave the stone."]


def test_what_was_not_quoted_is_found_anew(canal: Assistant) -> None:
    said = "Varn gave the stone. Everything else was paid for by the crown, as far as is known."
    answer = canal.ask("as a list", (Turn("user", ASKED), Turn("assistant", said)))
    assert answer.shape == "list"
    assert answer.statements[0].text != "Varn gave the stone." or len(answer.statements) > 1
