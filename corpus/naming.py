"""Names of files: the title that one stands for, and one that is safe to write."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

MAX_NAME_BYTES = 200
FALLBACK = "document"

_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)


def title_from_name(document: str) -> str:
    """A readable title from a file name.

    >>> title_from_name("notes/Fresno,_California.md")
    'Fresno, California'
    """
    stem = PurePosixPath(document).stem
    return " ".join(stem.replace("_", " ").split()) or document


def safe_name(name: str) -> str:
    """The name under which a file that someone sent may be kept in a folder.

    One plain name on every system: no folder, no hidden file, no sign that a shell or terminal
    acts on, at most ``MAX_NAME_BYTES`` bytes with its ending kept. A safe name is left as it is.

    >>> safe_name("../../etc/passwd"), safe_name("Bericht.pdf"), safe_name("..")
    ('passwd', 'Bericht.pdf', 'document')
    """
    # A lone surrogate could not be written.
    name = name.encode("utf-8", errors="replace").decode("utf-8")
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    last = " ".join(_UNSAFE.sub("_", last).split()).strip(". ")
    if not last or _DEVICE.match(last):
        last = FALLBACK + (f"_{last}" if last else "")
    return _shortened(last)


def _shortened(name: str) -> str:
    suffix = PurePosixPath(name).suffix
    if len(suffix) > 10:
        suffix = ""
    room = MAX_NAME_BYTES - len(suffix.encode())
    stem = name.removesuffix(suffix).encode()[:room].decode(errors="ignore")
    return stem.rstrip(". ") + suffix
