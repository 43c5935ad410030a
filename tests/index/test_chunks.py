from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.corpus import SHIPPED, Corpus, load_document
from corpus.document import Document, Section, Span
from corpus.errors import FileRefused
from corpus.loading import load_bytes
from corpus.markdown import front_matter
from corpus.markup import plain_text
from index.chunks import chunk_document
from index.model import open_model
from index.passage import Chunk
from index.tokenizer import WordPieces
from tests.corpus.texts import odd_texts

PIECES = WordPieces(open_model().folder)


def count_words(text: str) -> int:
    return len(text.split())


def load(text: str, name: str = "a.md") -> Document:
    return load_bytes(name, text.encode())


def texts(text: str, max_tokens: int, name: str = "a.md") -> list[str]:
    chunks = chunk_document(load(text, name), count_words, max_tokens=max_tokens)
    return [chunk.text for chunk in chunks]


def check(document: Document, chunks: list[Chunk], count: Callable[[str], int], most: int) -> None:
    text = document.text
    end = front_matter(text)[1] if document.markup == "markdown" else 0
    for chunk in chunks:
        assert chunk.span.cut(text) == chunk.text == chunk.text.strip()
        assert text[end : chunk.span.start].strip() == ""
        end = chunk.span.end
        (section,) = [s for s in document.sections if s.span.overlap(chunk.span)]
        assert section.span.overlap(chunk.span) == chunk.span.length
        assert (chunk.heading, chunk.page) == (section.heading, section.page)
        assert count(chunk.embedded[-chunk.span.length :]) <= most
        assert count(chunk.embedded) <= most + 54
        check_sentences(chunk, text)
    assert text[end:].strip() == ""


def check_sentences(chunk: Chunk, text: str) -> None:
    assert chunk.sentences != ()
    end = chunk.span.start
    for sentence in chunk.sentences:
        assert end <= sentence.span.start < sentence.span.end <= chunk.span.end
        assert sentence.span.cut(text) == chunk.sentence_text(sentence)
        end = sentence.span.end


@settings(max_examples=300, deadline=None)
@given(odd_texts, st.sampled_from(["a.md", "a.txt"]), st.sampled_from([200, 20]))
def test_every_chunk_is_an_exact_quote_and_nothing_is_lost(
    raw: str, name: str, max_tokens: int
) -> None:
    try:
        document = load(raw, name)
    except FileRefused:
        return
    chunks = list(
        chunk_document(document, PIECES.count, max_tokens=max_tokens, max_embedded=max_tokens + 54)
    )
    check(document, chunks, PIECES.count, max_tokens)
    assert chunks == list(
        chunk_document(document, PIECES.count, max_tokens=max_tokens, max_embedded=max_tokens + 54)
    )
    assert len({chunk.id for chunk in chunks}) == len(chunks)


def test_the_shipped_documents_keep_every_promise() -> None:
    for file in Corpus.open([str(SHIPPED)]).files():
        document = load_document(file)
        check(document, list(chunk_document(document, PIECES.count)), PIECES.count, 200)


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "pattern",
    ["word ", "x", "字", "日本語の文章。", "e\u0301 ", "👩‍👩‍👧",
     "*a ", "**a ", "_a ", "`a ``b ", "[a](", "<!-- ", "<a ", "1. ", "a. "],
)  # fmt: skip
def test_work_grows_with_the_length_of_a_line_and_no_faster(pattern: str, name: str) -> None:
    line = (pattern * 1_000_000)[:1_000_000]
    work = 0

    def count(text: str) -> int:
        nonlocal work
        work += len(text)
        return max(len(text) // 4, len(text.split()))

    document = load("Start. " + line, name)
    chunks = list(chunk_document(document, count))
    check(document, chunks, lambda text: 0, 200)
    assert work < 10 * len(document.text)


def test_a_comment_is_neither_embedded_nor_quoted() -> None:
    document = load(
        "# T\n\nOne <!-- a > b. This is hidden. And --> goes on. Two.\n\n<!-- nor\n\nthis -->\n"
    )
    (chunk,) = chunk_document(document, count_words)
    assert chunk.embedded.split() == ["T", "One", "goes", "on.", "Two."]
    assert [plain_text(chunk.sentence_text(s), "markdown") for s in chunk.sentences] == [
        "T", "One goes on.", "Two.",
    ]  # fmt: skip
    assert chunk.text == document.text.strip()


def test_a_block_that_does_not_fit_is_not_begun() -> None:
    assert texts("One two. Three four.\n\nFive six. Seven.\n\nEight.\n", 6) == [
        "One two. Three four.", "Five six. Seven.\n\nEight.",
    ]  # fmt: skip


def test_a_block_longer_than_a_chunk_is_cut_into_parts_of_like_size() -> None:
    assert texts(" ".join(f"This is number {n}." for n in range(6)), 20) == [
        "This is number 0. This is number 1. This is number 2.",
        "This is number 3. This is number 4. This is number 5.",
    ]


def test_a_sentence_longer_than_a_chunk_is_cut_at_white_space_into_parts_of_like_size() -> None:
    assert texts("one two six ten and the end of it all", 6) == [
        "one two six ten and", "the end of it all",
    ]  # fmt: skip


def test_no_accent_and_no_emoji_is_torn_from_its_character() -> None:
    text = "ab\u0315👍🏽👩\u200d👩" * 500
    for chunk in chunk_document(load(text), len):
        assert chunk.text[0] in "ab👍👩"
        assert chunk.text[-1] != "\u200d"


def test_a_heading_is_not_left_alone_at_the_end_of_a_chunk() -> None:
    long = "a b c d e f g h i j"
    assert texts(f"## One two\n\n{long}\n", 10) == ["## One two\n\na b c d e", "f g h i j"]
    assert texts("## 1 2 3 4 5\n\nAnd here we go now. Done.\n", 10) == [
        "## 1 2 3 4 5\n\nAnd here we go now.",
        "Done.",
    ]
    assert texts("## One two\n\nAnd here we go. Then there we are. Now we are done.\n", 10) == [
        "## One two\n\nAnd here we go.", "Then there we are. Now we are done.",
    ]  # fmt: skip


def test_title_and_heading_stand_in_front_but_no_title_made_from_a_file_name() -> None:
    text = "# The Title\n\nIntro.\n\n## Part\n\nOne two three. Four five six.\n"
    chunks = list(chunk_document(load(text), count_words, max_tokens=5))
    assert [" ".join(chunk.embedded.split()) for chunk in chunks] == [
        "The Title Intro.",
        "The Title Part One two three.",
        "The Title - Part Four five six.",
    ]
    (chunk,) = chunk_document(load("Intro.", "the_title.md"), count_words)
    assert (chunk.title, chunk.embedded) == ("the title", "Intro.")


def test_a_long_heading_is_shortened_to_fit() -> None:
    text = "# T\n\n## " + "very long heading " * 15 + "\n\n" + "word word word. " * 100
    for chunk in chunk_document(load(text), PIECES.count):
        assert PIECES.count(chunk.embedded) <= 254


def test_an_id_names_document_place_and_text() -> None:
    document = load("One.\n\nOne.\n")
    twice = [
        chunk.id
        for one in (document, replace(document, id="b.md"), load("One.\n\nTwo.\n"))
        for chunk in chunk_document(one, count_words, max_tokens=1)
    ]
    assert len(twice) == 6
    assert [twice.index(identity) for identity in twice] == [0, 1, 2, 3, 0, 5]


def test_what_a_loader_puts_in_no_block_is_kept() -> None:
    document = replace(load("One. Two."), sections=(Section(("P",), Span(0, 9), (), page=3),))
    (chunk,) = chunk_document(document, count_words)
    assert (chunk.text, chunk.page, len(chunk.sentences)) == ("One. Two.", 3, 1)


@pytest.mark.parametrize(("max_tokens", "max_embedded"), [(0, 9), (-1, 9), (9, 9)])
def test_a_chunk_without_room_is_a_programmers_error(max_tokens: int, max_embedded: int) -> None:
    with pytest.raises(ValueError, match=r"max_tokens must lie in 1\.\.8"):
        list(
            chunk_document(load("a"), count_words, max_tokens=max_tokens, max_embedded=max_embedded)
        )
