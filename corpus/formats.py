"""What a file really is, told by its content, and whether that is what its name says."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import BinaryIO

from corpus.errors import FileEmpty, FileEncrypted, FileMismatch, FileRefused, FileTooLarge
from corpus.text import decode

HEAD_BYTES = 65_536
TEXT, WEB_PAGE, PDF, WORD, SLIDES, SHEETS, BOOK = (
    "text",
    "a web page",
    "a PDF",
    "a Word document (DOCX)",
    "a presentation (PPTX)",
    "a spreadsheet (XLSX)",
    "an e-book (EPUB)",
)
KINDS: dict[str, str] = {
    ".md": TEXT,
    ".markdown": TEXT,
    ".txt": TEXT,
    ".text": TEXT,
    ".csv": TEXT,
    ".tsv": TEXT,
    ".html": WEB_PAGE,
    ".htm": WEB_PAGE,
    ".xhtml": WEB_PAGE,
    ".pdf": PDF,
    ".docx": WORD,
    ".pptx": SLIDES,
    ".xlsx": SHEETS,
    ".epub": BOOK,
}
"""What the content of a file must be, by the ending of its name."""

OFFICE = (WORD, SLIDES, SHEETS)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIPPED = "a ZIP archive"
_OLD_OFFICE = "an old Office file (DOC, XLS or PPT)"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", _ZIPPED),
    (b"PK\x05\x06", _ZIPPED),
    (_OLE, _OLD_OFFICE),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"%!PS", "PostScript"),
    (b"OggS", "a recording"),
    (b"ID3", "a recording"),
    (b"\x00asm", "a program"),
)
_MEMBERS = (("word/", WORD), ("ppt/", SLIDES), ("xl/", SHEETS))


def content_kind(data: bytes) -> str | None:
    """What ``data`` is, as one says it ("a PDF", "a ZIP archive"); None: text or nothing known."""
    if b"%PDF-" in data[:1024]:
        return PDF
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            # "BZh" and "MZ" may begin a text: only what is no text is what they stand for.
            if len(magic) <= 4 and magic.isalnum() and _is_text(data):
                continue
            return _package_kind(data) if kind == _ZIPPED else kind
    return None


def check_content(document: str, data: bytes) -> None:
    """Whether the content of a file is what the ending of its name says.

    Raises:
        FileEmpty: there is none.
        FileEncrypted: an Office file that is locked.
        FileMismatch: it is something else.
        FileRefused: no loader knows the ending.
    """
    expected = expected_kind(document)
    if not data:
        raise FileEmpty(document, "holds no text")
    found = content_kind(data)
    if expected == WEB_PAGE:
        expected = TEXT
    if found == expected or (found is None and expected == TEXT):
        return
    if found == _OLD_OFFICE and expected in OFFICE and _ENCRYPTED_STREAM in data:
        raise FileEncrypted(document, "is locked with a password; save a copy without one")
    said = f"{found}, not" if found else "not"
    mend = _mend(found)
    raise FileMismatch(document, f"is {said} {KINDS[_ending(document)]}; {mend}")


def expected_kind(document: str) -> str:
    """What a file of that name must hold.

    Raises:
        FileRefused: no loader knows the ending.
    """
    kind = KINDS.get(_ending(document))
    if kind is None:
        raise FileRefused(document, f"has no readable format (readable: {', '.join(KINDS)})")
    return kind


def check_upload(name: str, path: Path, *, max_bytes: int) -> None:
    """Whether a file that someone sent as ``name`` and that lies at ``path`` may be taken in.

    Looked at are its size, the ending of its name, and whether its content is what that says; what
    the name says besides is of no account (``naming.safe_name`` gives one to keep it under). The
    text in it is not parsed: loading may still refuse it.

    Raises:
        FileTooLarge: more than ``max_bytes``.
        FileEmpty, FileEncrypted, FileMismatch: as ``check_content``.
        FileRefused: no loader knows the ending, or the file cannot be opened or is no file.
    """
    expected = expected_kind(name)
    try:
        if not path.is_file() or path.is_symlink():
            raise FileRefused(name, "is not a file")
        size = path.stat().st_size
        if size > max_bytes:
            raise FileTooLarge(
                name, f"is {mega(size)} MB; at most {mega(max_bytes)} MB are taken: split it"
            )
        with path.open("rb") as file:
            # A package names its members at its end: of all else the beginning tells.
            data = file.read() if expected in (*OFFICE, BOOK) else _sample(file, size)
    except OSError as error:
        raise FileRefused(name, f"cannot be read ({error.strerror})") from error
    check_content(name, data)
    if expected in (TEXT, WEB_PAGE):
        decode(data, name)


def mega(n_bytes: int) -> str:
    """Bytes as megabytes, with a decimal where it matters.

    >>> mega(209_715_200), mega(1_572_864)
    ('200', '1.5')
    """
    size = n_bytes / (1024 * 1024)
    return f"{size:,.0f}" if size >= 10 or size == int(size) else f"{size:.1f}"


def _sample(file: BinaryIO, size: int) -> bytes:
    """The beginning of a file; all of it where it is small."""
    return file.read(HEAD_BYTES if size > HEAD_BYTES else -1)


def _ending(document: str) -> str:
    return PurePosixPath(document).suffix.lower()


def _is_text(data: bytes) -> bool:
    try:
        decode(data[:HEAD_BYTES], "")
    except FileRefused:
        return False
    return True


def _package_kind(data: bytes) -> str:
    import zipfile
    from io import BytesIO

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            names = package.namelist()
            if "mimetype" in names and package.getinfo("mimetype").file_size < 100:
                kind = package.read("mimetype").decode("ascii", "replace").strip()
                if kind == "application/epub+zip":
                    return BOOK
                if "opendocument" in kind:
                    return "an OpenDocument file (ODT, ODS or ODP)"
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        return "a damaged ZIP archive"
    if "[Content_Types].xml" in names:
        for start, kind in _MEMBERS:
            if any(name.startswith(start) for name in names):
                return kind
    return BOOK if "META-INF/container.xml" in names else _ZIPPED


def _mend(found: str | None) -> str:
    endings = [ending for ending, kind in KINDS.items() if kind == found]
    if endings:
        return f"if it is meant to be read, name it {endings[0]}"
    if found and ("Office" in found or "OpenDocument" in found or "rich text" in found):
        return "save it as DOCX, XLSX, PPTX or PDF"
    return "save it again, or remove it"
