"""Files made with other programs (tests/corpus/files/README.md)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from corpus.corpus import Corpus, load_document
from corpus.document import Document
from corpus.errors import FileEncrypted
from corpus.text import normalise

FILES = Path(__file__).parent / "files"
READABLE = (
    "calc.csv", "calc.xlsx", "chromium-pages.pdf", "chromium.pdf", "impress.pdf", "impress.pptx",
    "narrow.pdf", "page.html", "pandoc.docx", "pandoc.epub", "pandoc.html", "pandoc.pptx",
    "writer.docx", "writer.pdf",
)  # fmt: skip
VANE = {"author": "Hester Vane", "date": "2021-04-17"}
FINCH = {"author": "Tobias Finch"}
MILL_TITLE = "The Tide Mill at Orrin Creek"
MILL = (
    "chromium-pages.pdf",
    "pandoc.docx",
    "pandoc.epub",
    "pandoc.html",
    "writer.docx",
    "writer.pdf",
)
MILL_HEADINGS = (
    (),
    ("The tide and the pond",),
    ("The tide and the pond", "How the wheel works"),
    ("The tide and the pond", "The stones"),
    ("Decline and repair",),
    ("Decline and repair", "The trust"),
    ("Decline and repair", "Floors and what is on them"),
    ("Visiting",),
    ("Visiting", "What visitors ask"),
)
CARROW = (
    "Mill: Carrow Pool; County: Dunshire; Wheel in feet: 16; Built: 1801; Still grinding: yes; "
    "Miller: Piers Addy."
)
TASKS = (
    "read the tide gauge on the eastern pier;",
    "grease the gudgeons of the wheel shaft with tallow;",
    "ring the bell, so that nobody stands in the race.",
)
FLOORS = (
    "Floor: Bin floor; Use: grain store; Height in feet: 7.",
    "Floor: Stone floor; Use: millstones and hoppers; Height in feet: 9.",
    "Floor: Meal floor; Use: flour sacks and sieve; Height in feet: 8.",
)


@cache
def read(name: str) -> Document:
    (file,) = Corpus.open([str(FILES / name)]).files()
    return load_document(file)


def blocks(name: str, kind: str) -> tuple[str, ...]:
    document = read(name)
    found = (block for section in document.sections for block in section.blocks)
    return tuple(block.span.cut(document.text) for block in found if block.kind == kind)


def page_of(name: str, quote: str) -> int | None:
    document = read(name)
    at = document.text.index(quote)
    (section,) = (s for s in document.sections if s.span.start <= at < s.span.end)
    return section.page


@pytest.mark.parametrize("name", READABLE)
def test_the_text_is_normalised_and_every_character_lies_in_a_section_and_a_block(
    name: str,
) -> None:
    document = read(name)
    covered = [False] * len(document.text)
    end = 0
    for section in document.sections:
        assert section.span.start >= end
        end = section.span.end
        for block in section.blocks:
            assert section.span.start <= block.span.start <= block.span.end <= section.span.end
            covered[block.span.start : block.span.end] = [True] * block.span.length
    lost = [c for c, is_covered in zip(document.text, covered, strict=True) if not is_covered]
    assert "".join(lost).strip() == ""
    assert normalise(document.text) == document.text


@pytest.mark.parametrize("name", MILL)
def test_headings_lists_and_tables_are_told_alike_whatever_program_wrote_them(name: str) -> None:
    document = read(name)
    paths = tuple(dict.fromkeys(section.heading for section in document.sections))
    assert (document.title, paths) == ("The Tide Mill at Orrin Creek", MILL_HEADINGS)
    assert blocks(name, "item")[:3] == TASKS
    assert blocks(name, "row") == FLOORS


@pytest.mark.parametrize("name", MILL)
def test_a_paragraph_is_whole_and_without_marks_of_footnotes(name: str) -> None:
    assert (
        "A good spring tide gives five hours of grinding, a neap tide barely three.\n"
        in read(name).text
    )
    assert (
        "The hours were counted by the trust’s volunteers between May and September 2019."
        in read(name).text
    )


@pytest.mark.parametrize(
    ("name", "quote", "page"),
    [
        ("writer.pdf", "The stones", 1),
        ("writer.pdf", "Steam ended the trade.", 2),
        ("writer.pdf", "Tobias Finch.", 2),
        ("chromium-pages.pdf", "eighteen months.", 2),
        ("chromium-pages.pdf", "Tobias Finch.", 3),
        ("impress.pdf", "Contractor: Pell Millwrights", 3),
        ("impress.pptx", "Contractor: Pell Millwrights", 3),
        ("pandoc.pptx", "Margit Lowe", 2),
        ("narrow.pdf", "A false measure cost the miller forty days without water", 1),
        ("narrow.pdf", "Disputes about the water", 2),
        ("pandoc.docx", "Tobias Finch.", None),
    ],
)
def test_a_citation_names_the_page_on_which_it_begins(
    name: str, quote: str, page: int | None
) -> None:
    assert page_of(name, quote) == page


def test_hyphens_ligatures_footers_and_sentences_cut_by_a_page_are_mended() -> None:
    assert read("narrow.pdf").text == (
        "Rules of the Millers’ Guild\n\n"
        "The guild was chartered in 1612 and took its office in the Corn Street house. Its first "
        "master, Oswin Brack, was a self-taught millwright whose workmanship was praised "
        "throughout the county. A candidate for the guild presented a hand-cut gear and paid a "
        "fee of twelve shillings to the treasurer.\n\n"
        "Tolls and measures\n\n"
        "A miller kept one sixteenth of the grain as his toll. The measure was a sealed copper "
        "bowl, which the guild's inspector compared each Michaelmas with the standard bowl of "
        "the town hall. A false measure cost the miller forty days without water, since his "
        "sluice was chained and the chain was sealed with lead by the bailiff of the "
        "hundred in the presence of two neighbours.\n\n"
        "Disputes about the water were heard on the first Tuesday after the new moon by the master "
        "and four jurors, of whom two had to live upstream and two downstream of the mill in "
        "question, so that nobody could say that the river had been judged from one bank only.\n\n"
        "Feasts\n\n"
        "On Saint Catherine's day the guild dined on eel pie. The recipe asked for nine eels, a "
        "quart of verjuice and a handful of mace.\n"
    )


def test_a_web_page_is_its_main_content() -> None:
    text = read("page.html").text
    assert text.startswith("Keeping a tide mill alive\n\nA mill that stands still rots.")
    assert text.endswith(
        "Hours of work in 2022\n\n"
        "Task: Milling; Volunteers: 9; Hours: 1,140.\n"
        "Task: Dam and gates; Volunteers: 11; Hours: 860.\n"
        "Task: Tearoom; Volunteers: 14; Hours: 2,305.\n"
    )
    assert [word for word in ("cookies", "newsletter", "Search", "Imprint") if word in text] == []


def test_a_row_of_a_sheet_is_a_sentence_cited_by_sheet_and_row() -> None:
    document = read("calc.xlsx")
    rows = [
        (section.heading, block.span.cut(document.text))
        for section in document.sections
        for block in section.blocks
    ]
    assert rows[4] == (
        ("Mills", "Row 6"),
        CARROW,
    )
    assert rows[-1] == (
        ("Visitors", "Row 4"),
        "Year: 2021; Adults: 3380; Children: 1275; Takings in pounds: 16040.",
    )


def test_a_csv_file_is_read_by_its_own_delimiter_and_rows() -> None:
    document = read("calc.csv")
    assert [(s.heading, s.span.cut(document.text).strip()) for s in document.sections] == [
        (("Row 2",), "Year: 2019; Adults: 4120; Children: 1330; Takings in pounds: 18950."),
        (("Row 3",), "Year: 2020; Adults: 610; Children: 140; Takings in pounds: 2210."),
        (("Row 4",), "Year: 2021; Adults: 3380; Children: 1275; Takings in pounds: 16040."),
    ]


@pytest.mark.parametrize(
    ("name", "title", "metadata"),
    [
        ("pandoc.epub", MILL_TITLE, VANE),
        ("pandoc.html", MILL_TITLE, VANE),
        ("page.html", "Keeping a tide mill alive", FINCH | {"date": "2023-06-05"}),
        ("calc.xlsx", "Tide mills of three counties", FINCH | {"date": "2020-11-09"}),
        ("calc.csv", "calc", {}),
    ],
)  # fmt: skip
def test_title_author_and_date_are_the_files_own(
    name: str, title: str, metadata: dict[str, str]
) -> None:
    document = read(name)
    assert (document.title, document.metadata) == (title, metadata)


def test_a_locked_file_is_refused_by_what_it_is() -> None:
    with pytest.raises(FileEncrypted) as locked:
        read("locked.pdf")
    assert str(locked.value) == "locked.pdf: is locked with a password; save a copy without one"
