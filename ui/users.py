"""Who may use the web chat: whoever knows the password, or the users of a file.

A line of the file is ``name:scrypt$salt$hash``, as ``python -m ui.users NAME`` prints it.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Mapping
from pathlib import Path

from corpus.errors import SettingRefused

COST, BLOCK, LANES = 2**14, 8, 1  # RFC 7914: 16 MB, some 50 ms
LINE = re.compile(r"([^:#\s][^:]*):scrypt\$([0-9a-f]{32})\$([0-9a-f]{64})")
REMEMBERED = 1_000


class Doorkeeper:
    """Knows who may come in; without a password or users, everybody."""

    def __init__(
        self, password: str | None = None, users: Mapping[str, tuple[bytes, bytes]] | None = None
    ) -> None:
        """``password``: for any name. ``users``: salt and hash by name."""
        self._password, self._users = password, dict(users or {})
        self._admitted: set[bytes] = set()

    @property
    def asks(self) -> bool:
        """Whether anything is asked for."""
        return self._password is not None or bool(self._users)

    @property
    def sentence(self) -> str:
        """What one is told who is not let in."""
        if self._users:
            return "your user name and password are needed"
        return "the password is needed; any user name will do"

    def has(self, name: str) -> bool:
        """Whether there is a user of that name."""
        return name in self._users

    def admits(self, name: str, password: str) -> bool:
        """Whether one who gives these may come in. Takes as long for an unknown name."""
        return self._is_shared(password) or self._is_user(name, password)

    def user(self, name: str, password: str) -> str:
        """The name of one who is let in; empty where only the password of all was given."""
        return "" if self._is_shared(password) or not self._is_user(name, password) else name

    def _is_shared(self, password: str) -> bool:
        return self._password is not None and secrets.compare_digest(
            password.encode(), self._password.encode()
        )

    def _is_user(self, name: str, password: str) -> bool:
        if not self._users or not name:
            return False
        given = hashlib.sha256(f"{name}\0{password}".encode()).digest()
        if given in self._admitted:  # every request asks: hash slowly but once
            return True
        salt, expected = self._users.get(name, (bytes(16), b""))
        is_right = secrets.compare_digest(_hash(password, salt), expected)
        if is_right and len(self._admitted) < REMEMBERED:
            self._admitted.add(given)
        return is_right


def read_users(path: Path) -> dict[str, tuple[bytes, bytes]]:
    """Salt and hash of every user of a file, by name; empty lines and ``#`` ones are passed over.

    Raises:
        SettingRefused: it cannot be read, holds none, or has a line of another form; names it.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise SettingRefused(f"ASSISTANT_USERS={path}: cannot be read ({error})") from error
    users = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = LINE.fullmatch(line.strip())
        if not found:
            raise SettingRefused(
                f"{path}, line {number}: is not name:scrypt$salt$hash; "
                "make one by: python -m ui.users NAME"
            )
        users[found[1]] = (bytes.fromhex(found[2]), bytes.fromhex(found[3]))
    if not users:
        raise SettingRefused(f"{path}: names no user; add one by: python -m ui.users NAME")
    return users


def user_line(name: str, password: str) -> str:
    """The line of the file that lets ``name`` in with ``password``.

    Raises:
        SettingRefused: the name cannot stand in such a line.
    """
    salt = secrets.token_bytes(16)
    line = f"{name}:scrypt${salt.hex()}${_hash(password, salt).hex()}"
    if not LINE.fullmatch(line):
        raise SettingRefused(f"{name!r} cannot be a user name; leave out colons and line breaks")
    return line


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=COST, r=BLOCK, p=LANES, dklen=32)


def main() -> int:
    """Ask for a password and print the line of the user named on the command line."""
    import getpass
    import sys

    if len(sys.argv) != 2:
        print("usage: python -m ui.users NAME >> FILE", file=sys.stderr)
        return 2
    try:
        print(user_line(sys.argv[1], getpass.getpass("Password: ")))
    except SettingRefused as error:
        print(f"assistant: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
