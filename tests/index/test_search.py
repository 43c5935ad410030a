from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.index import Index
from index.passage import Passage, Place
from index.search import DENSE_WEIGHT, LEXICAL_WEIGHT, SENTENCE_WEIGHT
from index.store import Store
from index.words import terms
from tests.index.small import ROCKETS, HashedWords, opened, synced, write

TWINS = {
    "one.md": "# Notice\n\nThe office is closed in August.\n\n## Rooms\n\nRoom 4 has a piano.\n",
    "two.md": "# Notice\n\nThe office is closed in August.\n",
    "three.md": "---\ntitle: Third\nteam: red\n---\n\n"
    "Nothing is closed. The piano is in August's room.\n",
}


@pytest.fixture
def index(tmp_path: Path) -> Index:
    synced(tmp_path / "index", write(tmp_path / "documents", ROCKETS))
    return opened(tmp_path / "index")


@pytest.fixture
def twins(tmp_path: Path) -> Index:
    synced(tmp_path / "index", write(tmp_path / "documents", TWINS))
    return opened(tmp_path / "index")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """400 chunks, of which 150 hold "engine"."""
    folder = tmp_path_factory.mktemp("many")
    sections = [
        f"## Part {i}\n\nItem {i * 7919 % 400} of {'an engine' if i < 150 else 'a ship'}."
        for i in range(400)
    ]
    synced(folder / "index", write(folder / "documents", {"all.md": "\n\n".join(sections)}))
    return opened(folder / "index")


def brute_force(index: Index, query: str) -> list[tuple[str, float]]:
    """The documented score of every chunk, best first."""
    vector = HashedWords().embed([query])[0]
    chunks = [chunk for info in index.documents() for chunk in index.chunks(info.id)]
    bm25 = {f.id: f.score for f in index._snapshot.lexical.search(terms(query), 10_000)}
    best = max(bm25.values(), default=1.0)
    scores = [
        (
            chunk.id,
            DENSE_WEIGHT * float(HashedWords().embed([chunk.embedded])[0] @ vector)
            + SENTENCE_WEIGHT * float((index.sentence_vectors(chunk) @ vector).max())
            + LEXICAL_WEIGHT * bm25.get(chunk.id, 0.0) / best,
        )
        for chunk in chunks
    ]
    return sorted(scores, key=lambda item: -item[1])


@pytest.mark.parametrize(
    "query", ["Where does the rocket of Soyuz fly from?", "tea", "the", "?!", "", "xyzzy"]
)
def test_passages_are_ranked_by_the_documented_score(index: Index, query: str) -> None:
    passages = index.search(query).passages
    expected = brute_force(index, query)
    assert [p.score for p in passages] == pytest.approx([s for _, s in expected], abs=1e-5)
    assert sorted(p.chunk.id for p in passages) == sorted(id_ for id_, _ in expected)


def test_a_passage_is_near_by_meaning_or_by_words_alone(index: Index) -> None:
    result = index.search("rocket of Soyuz")
    best = result.passages[0]
    far = replace(best, dense=0.2, sentence_cosines=(0.1, 0.24), lexical=0.0)
    by_words = replace(far, lexical=0.2 * result.ideal_lexical)
    for passage, is_near in (
        (far, False),
        (by_words, True),
        (replace(far, dense=0.26), True),
        (replace(far, sentence_cosines=(0.1, 0.26)), True),
    ):
        assert replace(result, passages=(passage,)).is_near is is_near
    assert replace(result, passages=(far, by_words)).is_near
    assert not replace(result, passages=()).is_near


def test_a_passage_carries_its_scores_and_ranks(index: Index) -> None:
    query = "rocket of Soyuz"
    result = index.search(query, k=1)
    (passage,) = result.passages
    assert passage.chunk.document == "soyuz.md"
    assert (passage.dense_rank, passage.lexical_rank, passage.also) == (1, 1, ())
    assert passage.sha256 == index.document("soyuz.md")[0].sha256
    assert passage.dense == pytest.approx(
        float(HashedWords().embed([passage.chunk.embedded])[0] @ result.vector), abs=1e-6
    )
    rows = index.sentence_vectors(passage.chunk)
    np.testing.assert_allclose(passage.sentence_cosines, rows @ result.vector, atol=1e-6)
    assert result.ideal_lexical == pytest.approx(index._snapshot.lexical.ideal(terms(query)))
    assert [p.lexical for p in index.search(query).passages if p.lexical_rank is None] == [0.0] * 3


def test_ranks_count_from_one_without_a_gap(many: Index) -> None:
    passages = many.search("engine item 12", k=400).passages
    for ranks in (
        [p.dense_rank for p in passages if p.dense_rank],
        [p.lexical_rank for p in passages if p.lexical_rank],
    ):
        assert sorted(ranks) == list(range(1, len(ranks) + 1))


@pytest.mark.parametrize("k", [0, 1, 10, 60, 399, 400, 1000])
def test_as_many_passages_come_back_as_are_asked_for_and_there(many: Index, k: int) -> None:
    passages = many.search("engine", k=k).passages
    assert len(passages) == min(k, 400)
    assert len({p.chunk.id for p in passages}) == len(passages)
    assert [p.score for p in passages] == sorted((p.score for p in passages), reverse=True)


def test_a_chunk_that_no_edge_of_the_graph_leads_to_is_found_all_the_same(
    many: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = Store._query
    whole = many.search("engine of item 14", k=400).passages
    monkeypatch.setattr(Store, "_query", lambda store, *given: query(store, *given)[3:])
    found = many.search("engine of item 14", k=400).passages
    assert [p.chunk.id for p in found[:10]] == [p.chunk.id for p in whole[:10]]
    assert len(found) == 400


def test_the_first_passages_do_not_depend_on_how_many_are_asked_for(many: Index) -> None:
    ten = many.search("engine of item 14", k=10).passages
    assert many.search("engine of item 14", k=40).passages[:10] == ten


def test_hidden_chunks_are_as_if_they_were_not_there(many: Index) -> None:
    hidden = {p.chunk.id for p in many.search("engine", k=140).passages}
    passages = many.search("engine", k=100, hidden=hidden).passages
    assert len(passages) == 100
    assert hidden.isdisjoint({p.chunk.id for p in passages})
    assert sum("engine" in p.chunk.text for p in passages) == 10
    assert (passages[0].dense_rank, passages[0].lexical_rank) != (None, None)


def test_everything_hidden_leaves_nothing(index: Index) -> None:
    hidden = {p.chunk.id for p in index.search("tea", k=99).passages}
    assert index.search("tea", hidden=hidden).passages == ()


def test_equal_texts_are_shown_once_with_their_other_places(twins: Index) -> None:
    passages = twins.search("When is the office closed?").passages
    shown = [(p.chunk.document, p.also) for p in passages if "office" in p.chunk.text]
    (twin,) = twins.chunks("two.md")
    assert shown == [("one.md", (Place("two.md", twin.span),))]
    assert len(passages) == 3


def test_a_hidden_twin_is_no_other_place(twins: Index) -> None:
    (twin,) = twins.chunks("two.md")
    assert [p.also for p in twins.search("office", hidden={twin.id}).passages] == [(), (), ()]
    first = twins.chunks("one.md")[0].id
    best = twins.search("office", hidden={first}).passages[0]
    assert (best.chunk.document, best.also) == ("two.md", ())


def test_where_keeps_documents_by_name_title_and_metadata(twins: Index) -> None:
    def found(**where: str) -> list[str]:
        return sorted(p.chunk.document for p in twins.search("August", where=where).passages)

    assert found(document="two.md") == ["two.md"]
    assert found(title="Notice") == ["one.md", "one.md"]
    assert found(team="red") == ["three.md"]
    assert found(team="red", title="Notice") == []
    assert found(unknown="key") == []


def test_where_holds_in_both_rankers(many: Index, twins: Index) -> None:
    (passage, *_) = twins.search("closed", where={"document": "three.md"}).passages
    assert (passage.dense_rank, passage.lexical_rank) == (1, 1)
    assert many.search("engine", where={"document": "other.md"}).passages == ()


def _key(passage: Passage) -> tuple[str, float]:
    return passage.chunk.id, passage.score


def test_two_builds_of_one_corpus_rank_alike(tmp_path: Path, twins: Index) -> None:
    synced(tmp_path / "again", tmp_path / "documents")
    again = opened(tmp_path / "again")
    for query in ("closed in August", "piano", ""):
        assert [_key(p) for p in again.search(query).passages] == [
            _key(p) for p in twins.search(query).passages
        ]
