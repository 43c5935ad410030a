"""The index as one question may see it: some documents left out, some chunks hidden."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from index.filtering import Where, keeps
from index.index import Index
from index.passage import Chunk, DocumentInfo, SearchResult


@dataclass(frozen=True, slots=True)
class View:
    """An index behind a filter; everything an answer says is looked up through one.

    ``where`` keeps documents by ``document``, ``title`` or a key of their metadata, each with one
    value or several; ``hidden``: ids of chunks that are treated as if they were not there.
    """

    index: Index
    where: Where = field(default_factory=dict)
    hidden: Container[str] = ()

    def search(self, query: str, *, k: int = 10) -> SearchResult:
        """As ``Index.search``, within the view."""
        return self.index.search(query, k=k, where=self.where, hidden=self.hidden)

    def documents(self) -> tuple[DocumentInfo, ...]:
        """The documents in view, sorted by id."""
        return tuple(info for info in self.index.documents() if keeps(self.where, info))

    @property
    def n_chunks(self) -> int:
        """How many chunks the documents in view have, hidden ones among them."""
        return sum(info.n_chunks for info in self.documents())

    def chunks(self, document: str) -> tuple[Chunk, ...]:
        """The chunks of one document that are in view, in reading order.

        Raises:
            DocumentUnknown: there is no document of that name.
        """
        return tuple(c for c in self.index.chunks(document) if c.id not in self.hidden)

    def holding(self, wanted: Iterable[str]) -> Iterator[tuple[Chunk, str]]:
        """All chunks in view that hold every one of the terms, each with its document's hash."""
        hashes = {info.id: info.sha256 for info in self.documents()}
        for chunk in self.index.holding(wanted):
            if chunk.document in hashes and chunk.id not in self.hidden:
                yield chunk, hashes[chunk.document]

    def every_chunk(self) -> Iterator[tuple[Chunk, str]]:
        """All chunks in view, each with its document's hash, in reading order."""
        for info in self.documents():
            for chunk in self.chunks(info.id):
                yield chunk, info.sha256
