"""Writing the files that flags name."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import SettingRefused


def check_folder(flag: str, path: Path) -> None:
    """Refuse a file that could not be written, before the work it is the result of.

    Raises:
        SettingRefused: its folder does not exist.
    """
    if not path.absolute().parent.is_dir():
        raise SettingRefused(f"{flag} {path}: there is no folder {path.parent}; make it")


def check_new(flag: str, path: Path) -> None:
    """Refuse to write over a file that someone may have edited.

    Raises:
        SettingRefused: there is a file of that name, or its folder does not exist.
    """
    check_folder(flag, path)
    if path.exists() or path.is_symlink():
        raise SettingRefused(f"{flag} {path}: the file exists; name a new one or remove it")


def write_whole(flag: str, path: Path, text: str) -> None:
    """Write ``text``, whole or not at all: what stood there before is never half overwritten.

    Raises:
        SettingRefused: it cannot be written; names the flag.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", errors="backslashreplace")
        beside.replace(path)
    except OSError as error:
        raise SettingRefused(f"{flag} {path} cannot be written: {error.strerror}") from error
