from __future__ import annotations

from hashlib import sha256

import pytest

from corpus.document import Block, Document, Section, Span
from corpus.errors import FileRefused
from corpus.loading import load_bytes


def test_a_markdown_file_becomes_a_document() -> None:
    data = (
        b"\xef\xbb\xbf---\r\ntitle: A  title\r\nby: B\r\n---\r\n# Heading\r\n\r\nCaf\xc3\xa9.\r\n"
    )
    assert load_bytes("a/b.MD", data) == Document(
        id="a/b.MD",
        title="A title",
        title_origin="front matter",
        text="---\ntitle: A  title\nby: B\n---\n# Heading\n\nCafé.\n",
        sections=(
            Section(
                (),
                Span(30, 47),
                (Block(Span(30, 39), "heading"), Block(Span(41, 46), "paragraph")),
            ),
        ),
        markup="markdown",
        file_sha256=sha256(data).hexdigest(),
        size_bytes=len(data),
        metadata={"title": "A title", "by": "B"},
    )


def test_a_text_file_becomes_a_document() -> None:
    assert load_bytes("notes/two_words.txt", b"Hello # there") == Document(
        id="notes/two_words.txt",
        title="two words",
        title_origin="file name",
        text="Hello # there",
        sections=(Section((), Span(0, 13), (Block(Span(0, 13), "paragraph"),)),),
        markup="plain",
        file_sha256=sha256(b"Hello # there").hexdigest(),
        size_bytes=13,
    )


@pytest.mark.parametrize(
    ("text", "title", "origin"),
    [
        ("---\ntitle: T\n---\n# H\n", "T", "front matter"),
        ("---\ntitle: ''\n---\n# H\n", "H", "heading"),
        ("#\n\n# H\n", "H", "heading"),
        ("## H\n", "my file", "file name"),
        ("---\ntitle: " + "long " * 100 + "\n---\n# H\n", ("long " * 60).strip(), "front matter"),
    ],
)
def test_the_title_is_the_front_matters_or_the_first_headings_or_the_files(
    text: str, title: str, origin: str
) -> None:
    document = load_bytes("my_file.md", text.encode())
    assert (document.title, document.title_origin) == (title, origin)


READABLE = (
    "has no readable format (readable: .md, .markdown, .txt, .text, .csv, .tsv, .html, .htm, "
    ".xhtml, .pdf, .docx, .pptx, .xlsx, .epub)"
)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.odt", b"x", READABLE),
        ("a", b"x", READABLE),
        ("a.md", b"", "holds no text"),
        ("a.md", b"---\ntitle: only front matter\n---\n", "holds no text"),
        ("a.md", b"<!-- only a comment -->\n\n---\n#\n", "holds no text"),
        ("a.txt", b"\n \n-----\n", "holds no text"),
        ("a.txt", bytes(99), "is not text; save it as UTF-8 text or remove it"),
    ],
)
def test_a_file_without_text_is_refused_by_name(name: str, data: bytes, reason: str) -> None:
    with pytest.raises(FileRefused) as caught:
        load_bytes(name, data)
    assert (caught.value.document, caught.value.reason) == (name, reason)
