from __future__ import annotations

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FileRefused
from corpus.text import decode, normalise
from tests.corpus.texts import odd_texts

ENGLISH = "The café opened in 1999 – a “first”.\nIt cost 5 €.\n"
RUSSIAN = "Пётр купил дом. Он живёт там давно.\n" * 4
CHINESE = "北京是中国的首都。它有很长的历史,人口众多。\n" * 4
JAPANESE = "日本語の文章です。とても長い文章です。\n" * 4
HINDI = "यह एक छोटा वाक्य है। वह घर जाता है।\n" * 4
SAMPLES = (ENGLISH, RUSSIAN, CHINESE, HINDI, "Emoji 🎉 and 👩‍👩‍👧 here.\n")


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(text: str, mark: bytes, encoding: str) -> None:
    assert decode(mark + text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"x", "x"),
        (b"caf\xe9", "café"),
        (ENGLISH.encode("cp1252"), ENGLISH),
        (b"na\xefve\x81", "naïve\ufffd"),
        (b"Hello\x00World, all of you", "Hello\x00World, all of you"),
        (b"caf\xe9\x00 au lait", "café\x00 au lait"),
        (("één " * 20).encode()[:-1] + b"\xc3", "één " * 19 + "één\ufffd"),
        (CHINESE.encode("gb18030"), CHINESE),
        (JAPANESE.encode("shift_jis"), JAPANESE),
        ("Cut in half".encode("utf-16-le") + b"a", "Cut in half\ufffd"),
    ],
)  # fmt: skip
def test_other_encodings_are_told_by_their_bytes(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 40, bytes(1000), b"\xff\xfe" + b"\x01\x00" * 90],
)
def test_what_is_not_text_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(FileRefused) as caught:
        decode(data, "b/a.txt")
    assert str(caught.value) == "b/a.txt: is not text; save it as UTF-8 text or remove it"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except FileRefused:
        return
    text.encode("utf-8")  # no lone surrogate


@given(odd_texts)
def test_normalised_text_is_clean_and_stays_as_it_is(text: str) -> None:
    clean = normalise(text)
    assert normalise(clean) == clean
    assert unicodedata.is_normalized("NFC", clean)
    assert [c for c in clean if unicodedata.category(c) == "Cc" and c not in "\n\t"] == []


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("\ufeffa\r\nb\rc\nd\te", "a\nb\nc\nd\te"),
        ("\ufeff\x00\ufeffa\ufeff", "a\ufeff"),
        ("e\x00\u0301", "é"),
        ("\x0c\x85\x9fa\u2028b\u00a0", "a\u2028b\u00a0"),
    ],
)
def test_nothing_but_marks_line_ends_and_controls_is_changed(text: str, clean: str) -> None:
    assert normalise(text) == clean
