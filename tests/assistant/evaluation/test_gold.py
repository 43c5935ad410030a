from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluation.cases import Case, Evidence
from assistant.evaluation.gold import Gold, GoldQuote, covered, locate_gold, settle
from corpus.document import Span
from corpus.errors import DocumentUnknown
from index.passage import Place

TEXTS = {"a.md": "one two one two", "b.md": "three"}


def read_text(document: str) -> str:
    if document not in TEXTS:
        raise DocumentUnknown(document)
    return TEXTS[document]


def case(*evidence: Evidence) -> Case:
    return Case("c1", "?", True, (("one",),), evidence)


def quote(document: str, *spans: tuple[int, int]) -> GoldQuote:
    return GoldQuote(tuple(Place(document, Span(*at)) for at in spans))


def test_a_quote_stands_for_each_of_its_places_or_for_the_one_that_start_names() -> None:
    gold = locate_gold(
        case(Evidence("a.md", "two"), Evidence("a.md", "one", 8), Evidence("b.md", "three", 0)),
        read_text,
    )
    assert gold == Gold(
        (quote("a.md", (4, 7), (12, 15)), quote("a.md", (8, 11)), quote("b.md", (0, 5)))
    )


def test_a_start_that_is_a_little_off_names_the_nearest_place() -> None:
    assert locate_gold(case(Evidence("a.md", "one", 9)), read_text).quotes == (
        quote("a.md", (8, 11)),
    )


def test_a_missing_quote_or_document_gives_one_sentence_and_no_quotes() -> None:
    missing_quote = locate_gold(case(Evidence("b.md", "three"), Evidence("a.md", "six")), read_text)
    missing_document = locate_gold(
        case(Evidence("x.md", "one"), Evidence("y.md", "one")), read_text
    )
    assert missing_quote == Gold(missing="case c1: 'a.md' does not hold the quote 'six'")
    assert missing_document == Gold(missing="case c1: no document 'x.md' in the index")


def test_the_place_that_is_covered_best_is_taken() -> None:
    gold = [quote("a.md", (4, 7), (12, 15))]
    assert settle(gold, [Place("a.md", Span(6, 14))]) == (Place("a.md", Span(12, 15)),)
    assert settle(gold, [Place("b.md", Span(12, 15))]) == (Place("a.md", Span(4, 7)),)


spans = st.tuples(st.integers(0, 20), st.integers(0, 10)).map(lambda p: Span(p[0], p[0] + p[1]))
places = st.builds(Place, st.sampled_from(["a", "b"]), spans)


@given(places, st.lists(places))
def test_covered_is_the_characters_in_any_found_place(wanted: Place, found: list[Place]) -> None:
    assert covered(wanted, found) == {
        i
        for i in range(wanted.span.start, wanted.span.end)
        if any(p.document == wanted.document and p.span.start <= i < p.span.end for p in found)
    }
