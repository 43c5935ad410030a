"""LangChain's door to search: passages as its documents."""

from __future__ import annotations

from langchain_core.callbacks import (
    AsyncCallbackManagerForRetrieverRun,
    CallbackManagerForRetrieverRun,
)
from langchain_core.documents import Document as LCDocument
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import run_in_executor
from pydantic import Field

from assistant.answer import passage_to_json
from assistant.question import check_question
from index.filtering import Where
from index.index import Index
from index.passage import Passage


class PassageRetriever(BaseRetriever):
    """The ``k`` best passages of ``index`` for a query, best first.

    ``where`` keeps documents by ``document``, ``title`` or a key of their metadata. Both can be
    given for one call: ``retriever.invoke(query, k=3, where={"title": "Ferries"})``.
    """

    index: Index
    k: int = Field(default=10, ge=1)
    where: Where | None = None

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 (LangChain passes it)
        k: int | None = None,
        where: Where | None = None,
    ) -> list[LCDocument]:
        """What ``invoke`` returns.

        Raises:
            QuestionRefused: the query is empty or too long.
            ValueError: ``k`` is not positive.
        """
        return self._retrieve(query, k, where)

    async def _aget_relevant_documents(
        self,
        query: str,
        *,
        run_manager: AsyncCallbackManagerForRetrieverRun,  # noqa: ARG002 (LangChain passes it)
        k: int | None = None,
        where: Where | None = None,
    ) -> list[LCDocument]:
        """What ``ainvoke`` returns; LangChain's own would not pass ``k`` and ``where`` on."""
        return await run_in_executor(None, self._retrieve, query, k, where)

    def _retrieve(self, query: str, k: int | None, where: Where | None) -> list[LCDocument]:
        check_question(query, "query")
        k = self.k if k is None else k
        if k < 1:
            raise ValueError(f"k must be positive, not {k}")
        where = self.where if where is None else where
        found = self.index.latest().search(query, k=k, where=where)
        return [to_langchain(passage) for passage in found.passages]


def to_langchain(passage: Passage) -> LCDocument:
    """A passage as LangChain's document: the text, and beside it what ``search --json`` tells."""
    metadata = passage_to_json(passage)
    return LCDocument(id=passage.chunk.id, page_content=metadata.pop("text"), metadata=metadata)
