"""From bytes to the normalised text that offsets count in."""

from __future__ import annotations

import re
import unicodedata
from codecs import getincrementaldecoder

from corpus.errors import FileRefused

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SAMPLE_BYTES = 4096
_MIN_HIGH_BYTES = 16  # fewer tell nothing
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_ASCII_TEXT = re.compile(rb"[^\n\r\x20-\x7e]")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def decode(data: bytes, document: str) -> str:
    """The characters of a text file: by its byte order mark, as UTF-8, UTF-16, or Windows-1252.

    UTF-8 is tried before the guesses because text in another encoding is almost never valid
    UTF-8; a few bad bytes in long UTF-8 do not make it another encoding. Windows-1252 comes last.
    A byte that the encoding does not define becomes U+FFFD: no text is refused for a stray one.

    Raises:
        FileRefused: the bytes are not text.
    """
    text = _decode_marked(data)
    if text is None:
        text = _decode_utf8(data)
        if text is None or _is_binary(text):
            guess = _guess_utf16(data) or ("utf-8" if text is not None else _guess_legacy(data))
            text = data.decode(guess, errors="replace")
    if _is_binary(text):
        raise FileRefused(document, "is not text; save it as UTF-8 text or remove it")
    return text


def normalise(text: str) -> str:
    r"""``text`` as every offset counts it: no BOM, LF line ends, NFC, no control characters.

    Normalised text is left as it is.

    >>> normalise("\ufeffe\u0301\r\nx\x00")
    'é\nx'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    # NFC last: a dropped character may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text).lstrip("\ufeff"))


def _decode_marked(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return None


def _decode_utf8(data: bytes) -> str | None:
    """UTF-8, also where a download was cut within a character; None if it is something else."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    n_bad = text.count("\ufffd")
    n_good = sum(c > "\x7f" for c in text) - n_bad
    return text if n_good >= 10 * n_bad else None


def _guess_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, told by what only UTF-16 holds.

    A blank or line end gives it a zero byte, and a good part of its bytes are no ASCII text. Of
    two readings that give known characters only, the right one has fewer high bytes: a text
    keeps to a few scripts.
    """
    sample = data[:_SAMPLE_BYTES]
    if b"\x00" not in sample or len(_NOT_ASCII_TEXT.findall(sample)) <= len(sample) / 4:
        return None
    readings = [
        (len(set(sample[high::2])), encoding)
        for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0))
        if _is_text(sample, encoding)
    ]
    return min(readings)[1] if readings else None


def _is_text(sample: bytes, encoding: str) -> bool:
    try:
        text = getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return "\x00" not in text and not _is_binary(text)


def _guess_legacy(data: bytes) -> str:
    """Windows-1252, unless most of the bytes are no ASCII: then not Western text.

    On Western text, with an accent here and there, guesses from statistics are mostly wrong.
    """
    sample = data[: 16 * _SAMPLE_BYTES]
    n_high = len(_NOT_ASCII.findall(sample))
    if n_high >= _MIN_HIGH_BYTES and n_high > 0.3 * len(b"".join(sample.split())):
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        if best is not None:
            return best.encoding
    return "cp1252"


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    zeros = sample.count("\x00")
    odd = sum(
        unicodedata.category(c) in ("Cc", "Cn", "Co") and c not in "\n\r\t\f\x00" for c in sample
    )
    return odd > len(sample) / 20 or zeros > len(sample) / 3
