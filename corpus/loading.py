"""One loader a file ending. To add a format: write a loader and name its endings here."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath

from corpus import markdown, plain
from corpus.composing import compose
from corpus.document import Document, TitleOrigin
from corpus.errors import FileEmpty, FileTooLarge
from corpus.formats import check_content
from corpus.limits import DEFAULT_LIMITS, MAX_TEXT_CHARS, Limits
from corpus.markup import mask_markup
from corpus.naming import title_from_name
from corpus.parsers import PARSERS
from corpus.text import decode, normalise

Loader = Callable[[str, bytes, Limits], Document]
_WORD = re.compile(r"\w")


def load_bytes(document: str, data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """The document in ``data``, read by the loader of its name's ending.

    It holds a word at least, front matter and comments aside.

    Raises:
        FileRefused: no loader knows the ending, the content is of another format, or it cannot be
            read within ``limits``.
    """
    check_content(document, data)
    loaded = LOADERS[PurePosixPath(document).suffix.lower()](document, data, limits)
    shown = mask_markup(loaded.text, loaded.markup)
    if not any(_WORD.search(section.span.cut(shown)) for section in loaded.sections):
        raise FileEmpty(document, "holds no text")
    return loaded


def load_markdown(document: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """A Markdown file: title from front matter, else first level-1 heading, else file name."""
    text = _text(document, data)
    metadata, body_start = markdown.front_matter(text)
    sections, heading = markdown.sections(text, body_start)
    origin: TitleOrigin = "file name"
    title = title_from_name(document)
    if "title" in metadata:
        origin, title = "front matter", metadata["title"][: markdown.MAX_HEADING_CHARS].rstrip()
    elif heading:
        origin, title = "heading", heading
    return Document(
        id=document,
        title=title,
        title_origin=origin,
        text=text,
        sections=sections,
        markup="markdown",
        file_sha256=sha256(data).hexdigest(),
        size_bytes=len(data),
        metadata=metadata,
    )


def load_plain(document: str, data: bytes, limits: Limits) -> Document:  # noqa: ARG001
    """A text file: its title is made from the file's name."""
    text = _text(document, data)
    return Document(
        id=document,
        title=title_from_name(document),
        title_origin="file name",
        text=text,
        sections=plain.sections(text),
        markup="plain",
        file_sha256=sha256(data).hexdigest(),
        size_bytes=len(data),
    )


def load_apart(document: str, data: bytes, limits: Limits) -> Document:
    """A file of a format that a foreign parser reads, in a process of its own."""
    from corpus.sandbox import parse_apart

    return compose(document, data, parse_apart(document, data, limits))


def _text(document: str, data: bytes) -> str:
    text = normalise(decode(data, document))
    if len(text) > MAX_TEXT_CHARS:
        raise FileTooLarge(
            document,
            f"holds {len(text):,} characters; at most {MAX_TEXT_CHARS:,} are read: split it",
        )
    return text


LOADERS: dict[str, Loader] = {
    ".md": load_markdown,
    ".markdown": load_markdown,
    ".txt": load_plain,
    ".text": load_plain,
    **dict.fromkeys(PARSERS, load_apart),
}


def is_readable(path: Path) -> bool:
    """Whether some loader knows the file's ending."""
    return path.suffix.lower() in LOADERS
