from __future__ import annotations

from math import log
from pathlib import Path

import pytest

from index import lexical
from index.lexical import (
    Lexical,
    LexicalDamaged,
    build_lexical,
    change_lexical,
    open_lexical,
)
from index.passage import Chunk
from index.records import text_hash
from tests.index import small

TEXTS = [
    "Rockets burn fuel. Rockets fly.",
    "Fuel is expensive in winter and in summer alike.",
    "Tea is brewed with water.",
]


def chunks(texts: list[str] | None = None) -> list[Chunk]:
    return [small.chunk(text, f"{i}.md") for i, text in enumerate(texts or TEXTS)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "lexical"


def test_scores_are_bm25_by_hand(folder: Path) -> None:
    index = build_lexical(chunks(), folder, "f")
    # Terms: rocket burn fuel rocket fli | fuel expens winter summer alik | tea brew water
    n, lengths, average = 3, [5, 5, 3], 13 / 3

    def bm25(frequency: int, held_by: int, length: int) -> float:
        idf = log(1 + (n - held_by + 0.5) / (held_by + 0.5))
        return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / average))

    first = bm25(2, 1, lengths[0]) + bm25(1, 2, lengths[0])
    second = bm25(1, 2, lengths[1])
    found = index.search(["rocket", "fuel", "rocket"], 10)
    assert [item.id for item in found] == [chunks()[0].id, chunks()[1].id]
    assert [item.score for item in found] == pytest.approx([first, second], rel=1e-5)


def test_the_ideal_score_is_what_a_chunk_of_average_length_gets(folder: Path) -> None:
    texts = ["rocket fuel water", "tea winter summer", "rocket tea winter"]
    index = build_lexical(chunks(texts), folder, "f")
    (best, *_) = index.search(["fuel", "water", "rocket"], 10)
    assert index.ideal(["fuel", "water", "rocket"]) == pytest.approx(best.score, rel=1e-5)
    assert index.ideal(["unheard"]) == pytest.approx(log(1 + 3.5 / 0.5))
    assert index.ideal([]) == 0.0


def test_only_the_named_documents_are_searched_with_the_same_scores(folder: Path) -> None:
    index = build_lexical(chunks(), folder, "f")
    first, second = index.search(["fuel"], 10)
    assert index.search(["fuel"], 10, ["1.md", "2.md", "unknown.md"]) == [
        item for item in (first, second) if item.id == chunks()[1].id
    ]
    assert index.search(["fuel"], 10, []) == []


@pytest.mark.parametrize("query", [[], ["unheard"], ["AND"], ['"'], ["fuel:"], ["*"]])
def test_a_query_that_nothing_holds_finds_nothing(folder: Path, query: list[str]) -> None:
    assert build_lexical(chunks(), folder, "f").search(query, 10) == []


def test_the_prefix_counts_and_function_words_do_not(folder: Path) -> None:
    index = build_lexical([small.chunk("It is the best.", prefix="Engines\n")], folder, "f")
    assert (index.frequency("engin"), index.frequency("the"), index.frequency("best")) == (1, 0, 1)


def test_words_are_counted_once_a_chunk(folder: Path) -> None:
    index = build_lexical(chunks(["Tea and tea.", "Tea, no milk"]), folder, "f")
    assert index.vocabulary == {"and": 1, "milk": 1, "no": 1, "tea": 2}
    assert open_lexical(folder, "f").vocabulary == index.vocabulary
    assert index.frequency("tea") == 2


def test_equal_texts_are_found_in_all_their_places(folder: Path) -> None:
    twins = [small.chunk("Same  text.", "a.md"), small.chunk("Same text.", "b.md")]
    index = build_lexical([*twins, small.chunk("Other.", "c.md")], folder, "f")
    found = index.places([text_hash("Same text."), text_hash("None.")])
    assert {key: sorted(ids) for key, ids in found.items()} == {
        text_hash("Same text."): sorted(chunk.id for chunk in twins),
        text_hash("None."): [],
    }


def _all(index: Lexical) -> tuple[object, ...]:
    queries = (["fuel"], ["tea", "rocket"], ["new"])
    return (
        index.n_chunks,
        dict(index.vocabulary),
        [sorted(item.id for item in index.search(query, 99)) for query in queries],
        [index.frequency(query[0]) for query in queries],
    )


def test_a_change_gives_what_building_again_gives(folder: Path, tmp_path: Path) -> None:
    old = chunks(TEXTS * 10)
    removed, added = old[:2], [small.chunk("New tea.", "new.md"), old[0]]
    build_lexical(old, folder, "one")
    changed = change_lexical(folder, "two", len(removed), removed, added)
    again = build_lexical([*old[2:], *added], tmp_path / "again", "two")
    assert _all(changed) == _all(again)
    assert _all(open_lexical(folder, "two")) == _all(again)


def test_scores_do_not_change_when_chunks_are_only_added(folder: Path, tmp_path: Path) -> None:
    build_lexical(chunks()[:2], folder, "one")
    changed = change_lexical(folder, "two", 0, [], chunks()[2:])
    again = build_lexical(chunks(), tmp_path / "again", "two")
    found, expected = (index.search(["fuel", "tea"], 9) for index in (changed, again))
    assert [item.id for item in found] == [item.id for item in expected]
    assert [item.score for item in found] == pytest.approx([item.score for item in expected])


def test_where_much_is_removed_it_is_built_again(folder: Path) -> None:
    build_lexical(chunks(), folder, "one")
    with pytest.raises(LexicalDamaged, match="removed"):
        change_lexical(folder, "two", 1, chunks()[:1], [])


def test_an_index_of_other_chunks_is_not_used(folder: Path) -> None:
    build_lexical(chunks(), folder, "one")
    with pytest.raises(LexicalDamaged, match="made for other chunks"):
        open_lexical(folder, "two")


@pytest.mark.parametrize(
    "name", [lexical.STATE, lexical.VOCABULARY, f"{lexical.FOLDER}/meta.json", "*.store", "*.term"]
)
@pytest.mark.parametrize("content", [None, b"", b"{"])
def test_a_broken_file_is_noticed(folder: Path, name: str, content: bytes | None) -> None:
    build_lexical(chunks(), folder, "f")
    for path in folder.rglob(name):
        path.unlink()
        if content is not None:
            path.write_bytes(content)
    with pytest.raises(LexicalDamaged):
        open_lexical(folder, "f").search(["fuel"], 10)


def test_it_can_live_in_memory(folder: Path) -> None:
    built = build_lexical(chunks(), folder, "f")
    assert _all(build_lexical(chunks(), None, "f")) == _all(built)
