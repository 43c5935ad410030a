"""How quotes are shown: brackets that are cited, headers, cuts that lose nothing that qualifies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.antecedents import find_antecedent
from assistant.assistant import Assistant
from assistant.cutting import cut
from assistant.english_sentences import GUARDS
from corpus.corpus import Corpus, load_document
from corpus.markup import plain_text
from index.sentences import split_block

ROOT = Path(__file__).parents[2]
COLLECTIONS = (
    ROOT / "corpus" / "documents",
    ROOT / "bench" / "lighthouses" / "documents",
    ROOT / "bench" / "xquad-a" / "corpus",
)


def shown(foundry: Assistant, question: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """What is quoted, and for each the role and the words of its citations."""
    return [
        (s.text, [(c.role, c.quote) for c in s.citations])
        for s in foundry.ask(question).statements
        if s.status == "quoted"
    ]


@pytest.mark.parametrize(
    ("question", "text", "cited"),
    [
        (
            "How many apprentices did Clara Venn train?",
            "[Clara Venn] trained nine apprentices.",
            [("evidence", "She trained nine apprentices."), ("antecedent", "Clara Venn")],
        ),
        (
            "When did the partnership end?",
            "[the partnership of Harrowgate Foundry and Tarn Metals] ended in 1840.",
            [
                ("evidence", "This partnership ended in 1840."),
                ("antecedent", "the partnership of Harrowgate Foundry and Tarn Metals"),
            ],
        ),
        (
            "What is the weight of Vesper?",
            "[Bell] Vesper | [Weight in tonnes] 1.1 ...",
            [
                ("evidence", "| Vesper | 1.1 | 1803 |"),
                ("antecedent", "| Bell | Weight in tonnes | Cast |"),
            ],
        ),
    ],
)
def test_what_stands_in_brackets_is_cited_as_antecedent(
    foundry: Assistant, question: str, text: str, cited: list[tuple[str, str]]
) -> None:
    assert shown(foundry, question)[0] == (text, cited)


@pytest.mark.parametrize(
    ("before", "text", "bracket"),
    [
        (["Ada Quill met Tom Reed."], "She left in May.", "Ada Quill"),
        (["The Fen Bank closed."], "It opened again in May.", "The Fen Bank"),
        (["The engineer Ada Quill drew it."], "She left.", "The engineer Ada Quill"),
        (["Ada and Tom met.", "They left."], "They came back.", "Ada and Tom"),
        (["The sailors landed."], "They built a hut.", "The sailors"),
        (["The deal between Fen Bank and Acme helped."], "This deal ended.",
         "The deal between Fen Bank and Acme"),
        (["The alliance of Fen Bank and Acme grew."], "This partnership ended.",
         "The alliance of Fen Bank and Acme"),
    ],
)  # fmt: skip
def test_a_pronoun_goes_back_to_the_one_subject_before_it(
    before: list[str], text: str, bracket: str
) -> None:
    found = find_antecedent(text, before, "")
    assert found is not None
    assert found.span.cut(before[-found.back]) == bracket


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (["Ada Quill's boat sank."], "She was sad."),
        (["In May the Fen Bank closed."], "It opened again."),
        (["Ada Quill met Tom Reed."], "It was in May."),
        (["The Fen Bank closed."], "It is clear that nobody paid."),
        (["The Fen Bank closed."], "She left."),
        (["Mills stood there."], "It was old."),
        (["The deal of Fen Bank and the deal of Acme ended."], "This deal mattered."),
        ([], "It rained."),
    ],
)
def test_where_more_than_one_thing_can_be_meant_nothing_is_put_in_brackets(
    before: list[str], text: str
) -> None:
    assert find_antecedent(text, before, "") is None


LONG = (
    "The mill was built in 1781 by a miller from the next valley who had sold his own land to pay"
    " for the stones and the wheel"
)


@pytest.mark.parametrize(
    ("text", "focus", "kept"),
    [
        ("For instance, the mill burnt.", None, "... the mill burnt."),
        ("In addition, the mill burnt.", None, "... the mill burnt."),
        ("However, the mill burnt.", None, "However, the mill burnt."),
        (f"{LONG}, which he had bought in the town of Fen.", (22, 26), f"{LONG} ..."),
        (f"{LONG}, which he had perhaps bought in the town of Fen.", (22, 26), None),
        (f"{LONG}, which he had not bought in the town of Fen.", (22, 26), None),
        (f"{LONG}, which the parson said was bought in the town.", (22, 26), None),
        (f"{LONG}, which he had bought only if the price was low.", (22, 26), None),
        (f"{LONG}, which he had bought in the town of Fen.", None, None),
        ("It was built in 1781, which was the year of the great flood.", (13, 17), None),
    ],
)
def test_only_openers_and_clauses_that_qualify_nothing_are_cut(
    text: str, focus: tuple[int, int] | None, kept: str | None
) -> None:
    assert cut(text, focus).shown == (kept or text)


def sentences() -> Iterator[str]:
    """Every sentence of the collections, as a reader sees it."""
    for folder in COLLECTIONS:
        for file in Corpus.open([str(folder)]).files():
            document = load_document(file)
            for section in document.sections:
                for block in section.blocks:
                    for sentence in split_block(document.text, block):
                        yield plain_text(sentence.span.cut(document.text), document.markup)


def test_no_cut_of_any_sentence_of_the_collections_loses_what_qualifies_it() -> None:
    n_cut = 0
    qualifies = re.compile(
        r"\b(?:not|never|no|nor|without|may|might|could|would|perhaps|probably|if|unless|until|only"
        r"|except|although|but|said|says|according|claimed|believed|argued|reported)\b|n['’]t\b",
        re.IGNORECASE,
    )
    for plain in sentences():
        places = [m.span() for m in re.finditer(r"\d+|\b[A-Z]\w+", plain)]
        for focus in (None, *places):
            made = cut(plain, focus)
            lost = plain[: made.kept.start], plain[made.kept.end :]
            n_cut += lost != ("", "")
            guards = (qualifies, *GUARDS)
            assert not any(guard.search(part) for guard in guards for part in lost), plain
            moved = made.moved(focus)
            assert (moved is None) is (focus is None)
            if focus is not None and moved is not None:
                assert made.shown[slice(*moved)] == plain[slice(*focus)]
    assert n_cut > 50
