"""LangChain's own suite over the retriever, and what the suite does not ask."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.documents import Document as LCDocument
from langchain_core.runnables import RunnableLambda
from langchain_tests.integration_tests import RetrieversIntegrationTests

from assistant.answer import passage_to_json
from assistant.assistant import Assistant
from assistant.retriever import PassageRetriever
from assistant.settings import Settings
from corpus.corpus import Corpus
from corpus.errors import QuestionRefused
from index.index import Index

QUERY = "Who treats hives against the varroa mite?"
WAX = {"document": "02-wax.md"}


class TestPassageRetriever(RetrieversIntegrationTests):
    @pytest.fixture(autouse=True)
    def _opened(self, apiary: Index) -> None:
        self.apiary = apiary

    @property
    def retriever_constructor(self) -> type[PassageRetriever]:
        return PassageRetriever

    @property
    def retriever_constructor_params(self) -> dict[str, Any]:
        return {"index": self.apiary}

    @property
    def retriever_query_example(self) -> str:
        return QUERY


def test_a_document_is_a_passage_with_its_place_hash_score_and_ranks(apiary: Index) -> None:
    (passage,) = apiary.search(QUERY, k=1).passages
    chunk, text = passage.chunk, apiary.document(passage.chunk.document)[1]
    (found,) = PassageRetriever(index=apiary, k=1).invoke(QUERY)
    assert found == LCDocument(
        id=chunk.id,
        page_content=text[chunk.span.start : chunk.span.end],
        metadata={
            "document": "notes/03-enemies.txt",
            "title": chunk.title,
            "heading": list(chunk.heading),
            "page": None,
            "start": chunk.span.start,
            "end": chunk.span.end,
            "sha256": apiary.document("notes/03-enemies.txt")[0].sha256,
            "score": round(passage.score, 4),
            "dense_rank": passage.dense_rank,
            "lexical_rank": passage.lexical_rank,
            "also": [],
        },
    )


def test_documents_come_in_the_order_of_the_search(apiary: Index) -> None:
    passages = apiary.search(QUERY, k=10).passages
    found = PassageRetriever(index=apiary).invoke(QUERY)
    assert [{**d.metadata, "text": d.page_content} for d in found] == [
        passage_to_json(passage) for passage in passages
    ]


async def test_k_and_where_hold_for_every_call_or_for_one(apiary: Index) -> None:
    every = PassageRetriever(index=apiary, k=3, where=WAX)
    once = PassageRetriever(index=apiary, k=1)
    expected = once.invoke(QUERY, k=3, where=WAX)
    assert {found.metadata["document"] for found in expected} == {"02-wax.md"}
    assert every.invoke(QUERY) == expected
    assert await every.ainvoke(QUERY) == expected
    assert await once.ainvoke(QUERY, k=3, where=WAX) == expected
    assert every.invoke(QUERY, k=2, where={}) == once.invoke(QUERY, k=2)
    assert len(once.invoke(QUERY, k=2)) == 2


async def test_many_queries_at_once_give_what_each_gives_alone(apiary: Index) -> None:
    retriever = PassageRetriever(index=apiary, k=2)
    queries = [QUERY, "wax for candles", "a lack of room"] * 4
    alone = [retriever.invoke(query) for query in queries]
    assert retriever.batch(queries) == alone
    assert await retriever.abatch(queries) == alone


def ids(found: list[LCDocument]) -> list[str | None]:
    return [document.id for document in found]


def test_a_chain_gets_the_documents(apiary: Index) -> None:
    retriever = PassageRetriever(index=apiary, k=2)
    expected = [passage.chunk.id for passage in apiary.search(QUERY, k=2).passages]
    assert (retriever | RunnableLambda(ids)).invoke(QUERY) == expected


async def test_an_empty_query_and_a_k_below_one_are_refused(apiary: Index) -> None:
    retriever = PassageRetriever(index=apiary)
    with pytest.raises(QuestionRefused):
        retriever.invoke(" \n")
    with pytest.raises(QuestionRefused):
        await retriever.ainvoke("")
    with pytest.raises(ValueError, match=r"^k must be positive, not 0$"):
        retriever.invoke(QUERY, k=0)
    with pytest.raises(ValueError, match="greater than or equal to 1"):
        PassageRetriever(index=apiary, k=0)


def test_the_assistants_retriever_is_over_its_index(apiary: Index) -> None:
    assistant = Assistant(apiary, Corpus(apiary.roots), Settings())
    assert assistant.as_retriever(k=2) == PassageRetriever(index=apiary, k=2)
