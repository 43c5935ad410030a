"""The index behind a filter."""

from __future__ import annotations

import pytest

from assistant.assistant import Assistant
from assistant.view import View
from index.filtering import Where


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ({}, ["quarry.md", "ventures.txt"]),
        ({"document": "ventures.txt"}, ["ventures.txt"]),
        ({"title": "The slate quarry of Ormstad"}, ["quarry.md"]),
        ({"period": "old"}, ["quarry.md"]),
        ({"period": "old", "document": "ventures.txt"}, []),
        ({"document": ["quarry.md", "ventures.txt", "no.md"]}, ["quarry.md", "ventures.txt"]),
        ({"period": ("old", "new"), "document": ["quarry.md", "ventures.txt"]}, ["quarry.md"]),
        ({"document": []}, []),
    ],
)
def test_a_filter_keeps_the_documents_that_meet_all_of_it(
    quarry: Assistant, where: Where, kept: list[str]
) -> None:
    view = View(quarry.index, where)
    assert [info.id for info in view.documents()] == kept
    found = {passage.chunk.document for passage in view.search("slate crane", k=50).passages}
    assert found == set(kept)


def test_a_hidden_chunk_is_neither_listed_nor_found(quarry: Assistant) -> None:
    chunks = quarry.index.chunks("ventures.txt")
    view = View(quarry.index, hidden=frozenset((chunks[0].id,)))
    assert view.chunks("ventures.txt") == chunks[1:]
    found = [passage.chunk.id for passage in view.search("harbour of Ormstad", k=50).passages]
    assert chunks[0].id not in found
    assert len(found) == quarry.index.n_chunks - 1
