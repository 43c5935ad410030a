"""Rows as names and values, and how an overview tells of a sheet."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant
from assistant.records import read_tables

MARKDOWN = """# Ferries

| Ferry | Seats | Built |
|---|---|---|
| Teal | 90 | 1931 |
| Wigeon | 120 | |

Then the boats were sold.

| Buyer | Price |
|---|---|
| Osk | 400 |
"""
SHEET = "Month,Fares,Note\nMay,310,wet; windy\nJune,420,\n"


def opened(tmp_path: Path, name: str, text: str) -> Assistant:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(tmp_path / "documents", tmp_path / "index")


def test_rows_of_one_table_are_read_together_each_with_its_columns(tmp_path: Path) -> None:
    assistant = opened(tmp_path, "ferries.md", MARKDOWN)
    tables = read_tables(assistant.index.chunks("ferries.md"))
    assert [table.columns for table in tables] == [("Ferry", "Seats", "Built"), ("Buyer", "Price")]
    assert [[r.values for r in table.records] for table in tables] == [
        [("Teal", "90", "1931"), ("Wigeon", "120", "")],
        [("Osk", "400")],
    ]
    assert [r.value("Seats") for r in tables[0].records] == ["90", "120"]


def test_rows_of_a_sheet_are_one_table(tmp_path: Path) -> None:
    assistant = opened(tmp_path, "fares.csv", SHEET)
    (table,) = read_tables(assistant.index.chunks("fares.csv"))
    assert [r.value("Fares") for r in table.records] == ["310", "420"]
    assert {r.place for r in table.records} == {()}


def test_an_overview_tells_of_a_sheet_its_rows_and_columns(tmp_path: Path) -> None:
    answer = opened(tmp_path, "fares.csv", SHEET).ask("What is in here?")
    assert answer.text.splitlines()[1] == (
        "“fares”, 11 words: 2 rows with the columns Month; Fares; Note."
    )
