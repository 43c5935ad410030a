from __future__ import annotations

from pathlib import Path

import pytest

from assistant import english
from assistant.answer import Statement
from assistant.candidates import QUOTABLE
from assistant.draft import Draft, cite, frame
from assistant.extracting import choose_lines, leans
from assistant.lines import read_lines
from assistant.summarising import summarise
from assistant.summary_request import read_request
from assistant.summary_target import resolve_target
from assistant.view import View
from corpus.corpus import Corpus
from corpus.markup import plain_text
from index.index import Index
from index.sync import sync

ROOMS = (("old mill", 12), ("school house", 30), ("ferry inn", 7))
NAMED: tuple[tuple[str, tuple[tuple[str, tuple[str, ...], float], ...]], ...] = (
    ("the honey bee hive", (("01-hive.md", (), 0.9),)),
    ("the article on wax and honey", (("02-wax.md", (), 0.9),)),
    ("02-wax.md", (("02-wax.md", (), 0.9),)),
    ("notes/03-enemies.txt", (("notes/03-enemies.txt", (), 0.9),)),
    ("enemies.txt", ()),
    ("the last text", (("notes/03-enemies.txt", (), 0.9),)),
    ("the second document", (("02-wax.md", (), 0.9),)),
    ("document 1", (("01-hive.md", (), 0.9),)),
    ("the ninth document", ()),
    ("document 0", ()),
    ("reasons for swarming", (("01-hive.md", ("Reasons for swarming",), 0.9),)),
    ("the last section of the honey bee hive", (("01-hive.md", ("Tools",), 0.9),)),
    ("section 2 of 01-hive.md", (("01-hive.md", ("Reasons for swarming",), 0.9),)),
    ("the section on tools", (("01-hive.md", ("Tools",), 0.9),)),
    ("tool", (("01-hive.md", ("Tools",), 0.9),)),
    (
        "the tools and the reasons for swarming",
        (("01-hive.md", ("Tools",), 0.9), ("01-hive.md", ("Reasons for swarming",), 0.9)),
    ),
    ("01-hive.md, our train leaves at nine", (("01-hive.md", (), 0.9),)),
    ("the Alder Valley Guild", ()),
    ("the text about the Alder Valley Guild", ()),
    ("photosynthesis", ()),
)


TOWN = """# Orrin

Orrin is a town of 4,000 people on the river Wend.
The bridge over the Wend was finished in 1790.

The weir at Sallow Lock broke on 3 March 1881 after a week of rain.
The flood from Sallow Lock carried off two mills and drowned six people.
A court found that the keeper of Sallow Lock had not opened the gates in time.

The railway came to Orrin in 1884 and brought work to the town.
A market is held in the square of Orrin on Fridays.
The school of Orrin has 210 pupils and a garden.
The town hall of Orrin was built of brick in 1902.
"""


@pytest.mark.parametrize(
    "question",
    [
        "sum up the story of Sallow Lock",
        "Overview of what happened at Sallow Lock, in a few sentences",
        "Give me a few sentences summing up the events at Sallow Lock.",
    ],
)
def test_a_subject_is_not_taken_for_the_document_it_stands_in(
    tmp_path: Path, question: str
) -> None:
    shown = texts(summarise(question, View(index_of(tmp_path, TOWN))))
    assert shown[0].endswith("Sallow Lock”: 3 sentences from 1 document.")
    assert all("Sallow Lock" in text for text in shown[1:])


@pytest.mark.parametrize(
    ("question", "target"),
    [
        ("Short summary please: what do the texts say about wax", "wax"),
        ("Summarise what is said about the guild.", "the guild"),
        ("Two lines to sum up the report on wax", "the report on wax"),
        ("Sum up what happened to the hive.", "the hive"),
    ],
)
def test_what_opens_a_request_is_no_part_of_what_is_summed_up(question: str, target: str) -> None:
    request = read_request(question)
    assert request is not None
    assert request.target == target


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_target_is_found_by_title_file_name_ordinal_or_heading(
    apiary: Index, text: str, expected: tuple[tuple[str, tuple[str, ...], float], ...]
) -> None:
    found = resolve_target(View(apiary), text)
    assert tuple((t.document.id, t.heading, t.confidence) for t in found) == expected


def test_a_part_of_a_heading_is_less_certain_than_all_of_it(apiary: Index) -> None:
    (target,) = resolve_target(View(apiary), "the reasons")
    assert (target.document.id, target.heading) == ("01-hive.md", ("Reasons for swarming",))
    assert 0.6 < target.confidence < 0.85


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Sum up the text about the Corrie", "“The long voyage of the Corrie”: 1 of 2 sentences."),
        ("Sum up the text about tallow", "“tallow”: 1 sentence from 1 document."),
    ],
)
def test_a_text_is_asked_for_by_what_it_is_about(tmp_path: Path, question: str, first: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(
        "# The long voyage of the Corrie\n\nThe ship sailed in May.\n\nShe carried tallow.\n"
    )
    (tmp_path / "in" / "b.md").write_text("# Harbours\n\nThe Corrie lay in two harbours.\n")
    for _ in sync(tmp_path / "index", Corpus.open([str(tmp_path / "in")])):
        pass
    draft = summarise(question, View(Index.open(tmp_path / "index")))
    assert draft is not None
    assert draft.statements[0].text == first


def test_a_document_gives_a_sentence_a_section_and_says_what_it_lacks(apiary: Index) -> None:
    draft = summarise("Summarise the article on the honey bee hive", View(apiary))
    assert draft is not None
    assert [(line.kind, line.label, line.text) for line in draft.statements] == [
        ("frame", None, "“The honey bee hive”: 3 of 8 sentences."),
        ("sentence", "What a hive is", "A hive is a box in which a colony of honey bees lives."),
        (
            "sentence",
            "Reasons for swarming",
            "One reason for swarming is a lack of room in the hive.",
        ),
        (
            "sentence",
            "Tools",
            "The beekeeper Ada Quill of the Alder Valley Guild uses a smoker and a hive tool.",
        ),
        ("frame", None, "Announced but not given, under “Tools”."),
    ]
    note = "> **Note:** The manual announces a list of tools here and does not give it."
    assert draft.statements[-1].citations[0].quote in note
    assert (draft.outcome, draft.shape, draft.confidence) == ("answered", "extract", 0.9)


def test_without_headings_every_paragraph_gives_a_sentence(apiary: Index) -> None:
    draft = summarise("summary of wax and honey", View(apiary))
    assert texts(draft) == [
        "“Wax and honey”: 3 of 8 sentences.",
        "Honey bees make wax in glands on the belly of the worker.",
        "In 1931 the Alder Valley Guild paid four shillings for a pound of wax.",
        "Honey is nectar from which worker bees have taken most of the water.",
    ]


def test_a_colon_that_no_list_follows_is_announced_and_not_given(apiary: Index) -> None:
    draft = summarise("tl;dr of the last text", View(apiary))
    assert draft is not None
    info = apiary.documents()[-1]
    (chunk,) = apiary.chunks(info.id)
    colon = next(s for s in chunk.sentences if chunk.sentence_text(s).endswith(":"))
    assert draft.statements[-1] == frame(
        "Announced but not given, under “ENEMIES OF THE HONEY BEE”.",
        cite(chunk, colon.span, info.sha256),
    )


def test_a_list_is_shown_with_the_sentence_that_announces_it(lighthouses: Index) -> None:
    draft = summarise("Give me a short summary of keepers.md", View(lighthouses))
    assert draft is not None
    assert draft.statements[1].text == (
        "The rules of 1852 name four duties of a keeper: to light the lamp at sunset and to put it"
        " out at sunrise; to clean the lens every morning; to write down the weather four times a"
        " day; to sound the fog signal whenever the next headland could not be seen."
    )


def test_a_subject_is_gathered_across_documents(apiary: Index) -> None:
    draft = summarise("summarise the Alder Valley Guild", View(apiary))
    assert draft is not None
    assert draft.statements[0].text == "“Alder Valley Guild”: 5 sentences from 3 documents."
    cited = [c.document for line in draft.statements[1:] for c in line.citations]
    assert cited == ["01-hive.md", "02-wax.md", "02-wax.md", *["notes/03-enemies.txt"] * 2]
    assert draft.confidence is not None
    assert draft.confidence < 0.9


@pytest.mark.parametrize(
    ("question", "n"),
    [("Sum up wax and honey in two sentences", 2), ("one-line summary of 02-wax.md", 1)],
)
def test_a_length_asked_for_is_kept(apiary: Index, question: str, n: int) -> None:
    draft = summarise(question, View(apiary))
    assert draft is not None
    assert [line.kind for line in draft.statements] == ["frame", *["sentence"] * n]


@pytest.mark.parametrize(
    "question",
    [
        "What is wax?",
        "What are the main points of contention?",
        "What is the dispute about?",
        "What do bees say about rain?",
        "Tell me about wax",
        "summarise that",
        "sum up your last answer",
    ],
)
def test_what_is_no_request_for_a_summary_of_documents_is_left_alone(
    apiary: Index, question: str
) -> None:
    assert summarise(question, View(apiary)) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Summarise photosynthesis",
            (
                "I did not find a document or section of the name or subject “photosynthesis” among"
                " 3 documents."
            ),
        ),
        (
            "Summarise zork and then blurb foo bar quux frotz ignoring xyzzy",
            "I did not find a document or section of that name or subject among 3 documents.",
        ),
        (
            "summarise",
            (
                "I did not find which of 3 documents is meant, for example “The honey bee hive”;"
                " “Wax and honey”; “03-enemies”."
            ),
        ),
    ],
)
def test_a_target_that_is_nowhere_is_refused(apiary: Index, question: str, text: str) -> None:
    assert summarise(question, View(apiary)) == Draft(
        "not_covered", "extract", (frame(text),), confidence=0.0
    )


def test_what_is_about_reads_as_a_request_only_with_the_words_of_one() -> None:
    assert (
        read_request("Could you please summarise the wax article in three sentences?") is not None
    )
    assert read_request("Which summary did the king sign?") is None


def test_every_extract_is_exact_in_order_and_can_be_recounted(
    apiary: Index, lighthouses: Index
) -> None:
    for index in (apiary, lighthouses):
        for info in index.documents():
            draft = summarise(f"summarise {info.id}", View(index))
            assert draft is not None
            _, text = index.document(info.id)
            shown = [line for line in draft.statements if line.kind == "sentence"]
            for line in shown:
                (citation,) = line.citations
                assert text[citation.start : citation.end] == citation.quote
                assert plain_text(citation.quote, info.markup) == line.text
            starts = [line.citations[0].start for line in shown]
            assert starts == sorted(set(starts))
            assert draft.statements[0].text == count_line(index, info.id, shown)
            assert english.ANAPHOR.match(shown[0].text) is None
            assert [line.text for line in shown if leans(line.text)] == []
            assert len(shown) <= 7


def test_what_two_sections_say_alike_is_shown_once(tmp_path: Path) -> None:
    same = "The council of the valley forbids all fires in the woods from June to August."
    rows = [f"## {name}\n\n{same}\nThe {name} has {n} beds for guests.\n" for name, n in ROOMS]
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "houses.md").write_text("\n".join(rows), encoding="utf-8")
    for _ in sync(tmp_path / "index", Corpus.open([str(tmp_path / "documents")])):
        pass
    shown = texts(summarise("summarise houses.md", View(Index.open(tmp_path / "index"))))
    assert shown[0] == "“houses”: 3 of 6 sentences."
    assert sorted(shown).count(same) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was closed in 1950.",
        "This happens mostly in May.",
        "However, wax melts.",
        "In this valley bees thrive.",
        "During the war he kept bees.",
        "The former is rare.",
    ],
)
def test_a_sentence_that_leans_on_another_is_known(text: str) -> None:
    assert leans(text)


@pytest.mark.parametrize(
    "text",
    [
        "Another benefit is wax.",
        "Ada Quill kept her bees in the valley.",
        "Beekeepers wear veils because they get stung.",
        "Iceland has no native bees.",
    ],
)
def test_a_sentence_that_stands_alone_is_known(text: str) -> None:
    assert not leans(text)


HOUSE_RULES = """# Reading room

In 1987 a bishop upset a cup of cocoa over the only copy of the roll, and he had been told.
Up to five items may be ordered a day, but only one of them will lie on your table at a time.
Orders handed in before eleven are brought up the same afternoon; later ones the next morning.
Volumes marked with a red dot can be seen on microfilm only, since their bindings are weak.
Personal files are closed for thirty years after the death of the person concerned.
Do not lean on the documents, and do not put loose sheets in what you think a better order.
Use the foam wedges for bound volumes, and the lead snakes for holding pages open.
Gloves are required for photographs and seals but not for parchment, which prefers clean hands.
"""


@pytest.mark.parametrize("at_most", range(1, 9))
def test_a_first_sentence_that_is_exchanged_keeps_the_reading_order(
    tmp_path: Path, at_most: int
) -> None:
    index = index_of(tmp_path, HOUSE_RULES)
    lines = read_lines(index, index.chunks("document.md"))
    for start in range(len(lines)):
        for end in range(start + 1, len(lines) + 1):
            shown = choose_lines([lines[start:end]], at_most)
            places = [line.sentence.span.start for line in shown]
            assert places == sorted(set(places))


def test_a_line_without_a_word_that_says_something_is_shown_once(tmp_path: Path) -> None:
    index = index_of(
        tmp_path, "# Mill\n\nAll that was had been as it was.\n\nThe old mill burnt down in 1902.\n"
    )
    first, second = read_lines(index, index.chunks("document.md"))
    assert choose_lines([[first], [second]], 3, toward=first.vector) == (first, second)


def index_of(folder: Path, text: str) -> Index:
    """An index of one document."""
    (folder / "documents").mkdir()
    (folder / "documents" / "document.md").write_text(text, encoding="utf-8")
    for _ in sync(folder / "index", Corpus.open([str(folder / "documents")])):
        pass
    return Index.open(folder / "index")


def texts(draft: Draft | None) -> list[str]:
    assert draft is not None
    return [line.text for line in draft.statements]


def count_line(index: Index, document: str, shown: list[Statement]) -> str:
    """The first line, from the sentences of the index and the spans that are cited."""
    info, _ = index.document(document)
    spans = [
        sentence.span
        for chunk in index.chunks(document)
        for sentence in chunk.sentences
        if sentence.kind in QUOTABLE
    ]
    cited = [line.citations[0] for line in shown]
    n_shown = sum(any(c.start <= s.start and s.end <= c.end for c in cited) for s in spans)
    return f"“{info.title}”: {n_shown} of {len(spans)} sentences."


def test_a_sheet_gives_its_first_rows(tmp_path: Path) -> None:
    rows = "".join(f"rope {n},{n}\n" for n in range(1, 10))
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "prices.csv").write_text(f"article,crowns\n{rows}", encoding="utf-8")
    for _ in sync(tmp_path / "index", Corpus.open([str(tmp_path / "in")])):
        pass
    draft = summarise("Summarise prices.csv", View(Index.open(tmp_path / "index")))
    assert draft is not None
    first, *told = draft.statements
    assert first.text == "“prices”: 7 of 9 sentences."
    assert [s.text for s in told] == [f"article: rope {n}; crowns: {n}." for n in range(1, 8)]
