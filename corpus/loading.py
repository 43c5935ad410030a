"""One loader a file ending. To add a format: write a loader and name its endings here."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path, PurePosixPath

from corpus import markdown, plain
from corpus.document import Document, TitleOrigin
from corpus.errors import FileRefused
from corpus.markup import mask_markup
from corpus.text import decode, normalise

Loader = Callable[[str, bytes], Document]
_WORD = re.compile(r"\w")


def load_bytes(document: str, data: bytes) -> Document:
    """The document in ``data``, read by the loader of its name's ending.

    It holds a word at least, front matter and comments aside.

    Raises:
        FileRefused: no loader knows the ending, or the content cannot be read.
    """
    loader = LOADERS.get(PurePosixPath(document).suffix.lower())
    if loader is None:
        raise FileRefused(document, f"has no readable format (readable: {', '.join(LOADERS)})")
    loaded = loader(document, data)
    shown = mask_markup(loaded.text, loaded.markup)
    if not any(_WORD.search(block.span.cut(shown)) for s in loaded.sections for block in s.blocks):
        raise FileRefused(document, "holds no text")
    return loaded


def load_markdown(document: str, data: bytes) -> Document:
    """A Markdown file: title from front matter, else first level-1 heading, else file name."""
    text = normalise(decode(data, document))
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


def load_plain(document: str, data: bytes) -> Document:
    """A text file: its title is made from the file's name."""
    text = normalise(decode(data, document))
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


def title_from_name(document: str) -> str:
    """A readable title from a file name.

    >>> title_from_name("notes/Fresno,_California.md")
    'Fresno, California'
    """
    stem = PurePosixPath(document).stem
    return " ".join(stem.replace("_", " ").split()) or document


LOADERS: dict[str, Loader] = {
    ".md": load_markdown,
    ".markdown": load_markdown,
    ".txt": load_plain,
    ".text": load_plain,
}


def is_readable(path: Path) -> bool:
    """Whether some loader knows the file's ending."""
    return path.suffix.lower() in LOADERS
