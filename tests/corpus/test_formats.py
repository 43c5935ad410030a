from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from corpus.errors import FileEmpty, FileEncrypted, FileMismatch, FileRefused, FileTooLarge
from corpus.formats import KINDS, check_content, check_upload
from corpus.loading import LOADERS
from corpus.naming import MAX_NAME_BYTES, safe_name

FILES = Path(__file__).parent / "files"
AGAIN = "save it again, or remove it"
WORD_NOT_SHEET = (
    "is a Word document (DOCX), not a spreadsheet (XLSX); if it is meant to be read, name it .docx"
)
OLD_OFFICE = (
    "is an old Office file (DOC, XLS or PPT), not a Word document (DOCX); save it as DOCX, XLSX, "
    "PPTX or PDF"
)
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" + bytes(range(256)) * 20


def zipped(**members: str) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, text in members.items():
            package.writestr(name, text)
    return target.getvalue()


def test_every_ending_that_is_loaded_is_checked() -> None:
    assert KINDS.keys() == LOADERS.keys()


@pytest.mark.parametrize("path", sorted(FILES.glob("*.*")), ids=lambda path: path.name)
def test_real_files_are_what_their_names_say(path: Path) -> None:
    if path.suffix in KINDS:
        check_content(path.name, path.read_bytes())
        check_upload(path.name, path, max_bytes=100_000)


@pytest.mark.parametrize(
    ("name", "data", "kind", "reason"),
    [
        ("a.pdf", PROGRAM, FileMismatch, f"is a Windows program, not a PDF; {AGAIN}"),
        ("a.txt", PROGRAM, FileMismatch, f"is a Windows program, not text; {AGAIN}"),
        ("a.docx", b"\x89PNG\r\n\x1a\n123", FileMismatch,
         "is a PNG picture, not a Word document (DOCX); save it again, or remove it"),
        ("a.md", b"%PDF-1.7\n", FileMismatch,
         "is a PDF, not text; if it is meant to be read, name it .pdf"),
        ("a.xlsx", zipped(**{"[Content_Types].xml": "", "word/document.xml": ""}), FileMismatch,
         WORD_NOT_SHEET),
        ("a.docx", zipped(readme="x"), FileMismatch,
         "is a ZIP archive, not a Word document (DOCX); save it again, or remove it"),
        ("a.docx", b"PK\x03\x04 no zip", FileMismatch,
         "is a damaged ZIP archive, not a Word document (DOCX); save it again, or remove it"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), FileMismatch,
         OLD_OFFICE),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
         FileEncrypted, "is locked with a password; save a copy without one"),
        ("a.pdf", b"Just words.", FileMismatch, "is not a PDF; save it again, or remove it"),
        ("a.pdf", b"", FileEmpty, "holds no text"),
        ("a.exe", PROGRAM, FileRefused,
         f"has no readable format (readable: {', '.join(KINDS)})"),
        ("a.md", b"MZ is the abbreviation of a German newspaper.", None, ""),
        ("a.txt", b"ID3 tags hold the title of a song.", None, ""),
    ],
)  # fmt: skip
def test_content_of_another_format_is_refused_by_what_it_is(
    tmp_path: Path, name: str, data: bytes, kind: type[FileRefused] | None, reason: str
) -> None:
    path = tmp_path / "upload"
    path.write_bytes(data)
    if kind is None:
        check_content(name, data)
        check_upload(name, path, max_bytes=10_000)
        return
    with pytest.raises(FileRefused) as caught:
        check_content(name, data)
    assert (type(caught.value), caught.value.reason) == (kind, reason)
    with pytest.raises(FileRefused) as caught:
        check_upload(name, path, max_bytes=10_000)
    assert (type(caught.value), caught.value.reason) == (kind, reason)


def test_an_upload_beyond_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "upload"
    path.write_bytes(b"a" * 3000)
    with pytest.raises(FileTooLarge) as caught:
        check_upload("big.txt", path, max_bytes=2999)
    assert str(caught.value) == "big.txt: is 0.0 MB; at most 0.0 MB are taken: split it"
    check_upload("big.txt", path, max_bytes=3000)


def test_an_upload_that_is_no_text_a_link_or_gone_is_refused(tmp_path: Path) -> None:
    noise, link = tmp_path / "noise", tmp_path / "link"
    noise.write_bytes(bytes(range(256)) * 10)
    link.symlink_to(noise)
    for path, reason in (
        (noise, "is not text; save it as UTF-8 text or remove it"),
        (link, "is not a file"),
        (tmp_path, "is not a file"),
        (tmp_path / "gone", "is not a file"),
    ):
        with pytest.raises(FileRefused) as caught:
            check_upload("a.csv", path, max_bytes=10_000)
        assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("report.pdf", "report.pdf"),
        ("Bericht 2024 (final).docx", "Bericht 2024 (final).docx"),
        ("日本語.txt", "日本語.txt"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("/etc/shadow", "shadow"),
        ("", "document"),
        ("..", "document"),
        ("...///", "document"),
        (".bashrc", "bashrc"),
        ("a\x00b\nc.txt", "a_b_c.txt"),
        ("con.txt", "document_con.txt"),
        ("NUL", "document_NUL"),
        ("a:b*c?.md", "a_b_c_.md"),
        ("rtl\u202egnp.exe", "rtl_gnp.exe"),
        ("\ud800.txt", "_.txt"),
    ],
)
def test_a_safe_name_is_one_plain_name(tmp_path: Path, name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) == safe
    (tmp_path / safe).write_text("x")
    assert [path.name for path in tmp_path.iterdir()] == [safe]


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("é" * 500 + ".xlsx")
    assert name == "é" * ((MAX_NAME_BYTES - 5) // 2) + ".xlsx"
