"""What became of a saved answer's citations."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification import (
    CorpusTexts,
    SavedCitation,
    Verification,
    load_saved,
    verify_citation,
)
from corpus.corpus import Corpus
from corpus.errors import SettingRefused

TEXT = "Kiwis sleep. Owls hunt. Kiwis sleep."


def saved(
    document: str = "birds.md", start: int = 24, quote: str = "Kiwis sleep."
) -> SavedCitation:
    digest = sha256(TEXT.encode()).hexdigest()
    return SavedCitation(document, start, start + len(quote), quote, digest)


@pytest.mark.parametrize(
    ("texts", "verdict", "document", "start"),
    [
        ({"birds.md": TEXT}, "exact", "birds.md", 24),
        ({"birds.md": f"🥝 {TEXT}"}, "moved", "birds.md", 26),
        ({"birds.md": f"{TEXT[:12]} {'x' * 90} {TEXT[:12]}"}, "moved", "birds.md", 0),
        ({"birds.md": "Kiwis slept."}, "changed", "birds.md", 24),
        ({"birds.md": ""}, "changed", "birds.md", 24),
        ({"renamed.md": TEXT}, "moved", "renamed.md", 24),
        ({"other.md": f"{TEXT} "}, "gone", "birds.md", 24),
        ({}, "gone", "birds.md", 24),
    ],
)
def test_a_citation_is_exact_moved_changed_or_gone(
    texts: dict[str, str], verdict: str, document: str, start: int
) -> None:
    found = verify_citation(saved(), texts)
    assert found == Verification(saved(), verdict, document, start)  # type: ignore[arg-type]
    assert found.stands == (verdict in ("exact", "moved"))


@given(st.text(max_size=20), st.text(min_size=1, max_size=10), st.text(max_size=20))
def test_where_a_quote_is_said_to_stand_it_stands(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    found = verify_citation(saved(start=7, quote=quote), {"birds.md": text})
    assert text[found.start : found.start + len(quote)] == quote


def test_an_empty_quote_is_nowhere() -> None:
    empty = SavedCitation("birds.md", 90, 95, "", "")
    assert verify_citation(empty, {"birds.md": TEXT}).verdict == "changed"


def as_json(citation: SavedCitation) -> str:
    fields = {
        "document": citation.document,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "sha256": citation.sha256,
    }
    return json.dumps({"statements": [{"citations": [fields, fields]}, {"citations": []}]})


def test_one_answer_and_answers_a_line_are_read_and_failed_lines_passed_over() -> None:
    lines = "\n".join([as_json(saved()), '{"error": "no"}', "", as_json(saved("b.md"))])
    assert load_saved(as_json(saved()), "a.json") == (saved(),)
    assert load_saved(lines, "a.jsonl") == (saved(), saved("b.md"))


@pytest.mark.parametrize(
    "text", ["", "nonsense", "[]", "{}", '{"statements": [{"citations": [{}]}]}']
)
def test_what_is_no_answer_is_refused_by_name(text: str) -> None:
    with pytest.raises(SettingRefused, match=r"^a\.json is not an answer"):
        load_saved(text, "a.json")


def test_files_are_read_as_they_are_now(tmp_path: Path) -> None:
    path = tmp_path / "birds.txt"
    path.write_text("Kiwis sleep.", encoding="utf-8")
    (tmp_path / "broken.txt").write_bytes(b"")
    texts = CorpusTexts(Corpus.open([str(tmp_path)]))
    path.write_bytes("\ufeffOwls hunt.\r\n".encode())
    assert list(texts) == ["birds.txt", "broken.txt"]
    assert texts["birds.txt"] == "Owls hunt.\n"
    assert [name in texts for name in ("birds.txt", "broken.txt", "gone.txt")] == [
        True,
        False,
        False,
    ]
