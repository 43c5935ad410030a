"""Whether the citations of a saved answer still stand in the documents as they are now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from corpus.corpus import Corpus, load_document
from corpus.errors import FileRefused, SettingRefused

Verdict = Literal["exact", "moved", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class SavedCitation:
    """The place and the quote that a saved answer cited. ``sha256`` is of its document's text."""

    document: str
    start: int
    end: int
    quote: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of a citation.

    ``exact``: the quote stands where it was. ``moved``: it stands at ``start`` of ``document``,
    which are not those of the citation. ``changed``: the document is there, the quote is not in
    it. ``gone``: the document is not there, nor is its text under another name.
    """

    citation: SavedCitation
    verdict: Verdict
    document: str
    start: int

    @property
    def stands(self) -> bool:
        """Whether the quote can still be read in the corpus."""
        return self.verdict in ("exact", "moved")


class CorpusTexts(Mapping[str, str]):
    """The texts of a corpus's files as they are now, by document name, read when asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self._files = {file.document: file for file in corpus.files()}
        self._texts: dict[str, str] = {}

    def __getitem__(self, document: str) -> str:
        if document not in self._texts:
            try:
                self._texts[document] = load_document(self._files[document]).text
            except FileRefused as error:
                raise KeyError(document) from error
        return self._texts[document]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def verify_citation(citation: SavedCitation, texts: Mapping[str, str]) -> Verification:
    """What became of ``citation`` in ``texts``, the documents' texts by name.

    A quote that stands several times in its document is taken to have moved to the nearest place.

    >>> saved = SavedCitation("a.md", 0, 4, "Kiwi", "")
    >>> verify_citation(saved, {"a.md": "The Kiwi."}).verdict
    'moved'
    """
    try:
        text = texts[citation.document]
    except KeyError:
        return _verify_renamed(citation, texts)
    if _stands(citation, text):
        return Verification(citation, "exact", citation.document, citation.start)
    places = _places(citation.quote, text)
    found = min(places, key=lambda at: abs(at - citation.start), default=None)
    if found is None:
        return Verification(citation, "changed", citation.document, citation.start)
    return Verification(citation, "moved", citation.document, found)


def load_saved(source: str, name: str) -> tuple[SavedCitation, ...]:
    """The distinct citations of one answer, or of several, one a line, in the JSON ``source``.

    Raises:
        SettingRefused: ``source`` is neither; the sentence calls it ``name``.
    """
    try:
        answers = _parse(source)
        saved = [
            SavedCitation(c["document"], int(c["start"]), int(c["end"]), c["quote"], c["sha256"])
            for answer in answers
            for statement in answer["statements"]
            for c in statement["citations"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise SettingRefused(
            f"{name} is not an answer as `assistant ask --json` prints it"
        ) from error
    return tuple(dict.fromkeys(saved))


def _parse(source: str) -> list[dict[str, Any]]:
    try:
        return [json.loads(source)]
    except json.JSONDecodeError:
        answers = [json.loads(line) for line in source.splitlines() if line.strip()]
        if not answers:
            raise
        return [answer for answer in answers if "error" not in answer]


def _verify_renamed(citation: SavedCitation, texts: Mapping[str, str]) -> Verification:
    for document in texts:
        text = texts.get(document, "")
        same = sha256(text.encode("utf-8")).hexdigest() == citation.sha256
        if same and _stands(citation, text):
            return Verification(citation, "moved", document, citation.start)
    return Verification(citation, "gone", citation.document, citation.start)


def _stands(citation: SavedCitation, text: str) -> bool:
    in_text = 0 <= citation.start < citation.end <= len(text)
    return in_text and text[citation.start : citation.end] == citation.quote


def _places(quote: str, text: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
