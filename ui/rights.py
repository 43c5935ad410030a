"""Who may add, delete and re-index documents on the page, and run evaluations there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.errors import SettingRefused
from ui.guard import is_loopback

if TYPE_CHECKING:
    from assistant.settings import Settings
    from ui.users import Doorkeeper

EVERYONE, NOBODY = "everyone", "nobody"


@dataclass(frozen=True, slots=True)
class Rights:
    """``is_open``: whoever can open the page may. ``users``: else these may."""

    is_open: bool
    users: frozenset[str] = frozenset()


def rights_of(settings: Settings, doorkeeper: Doorkeeper) -> Rights:
    """What ``ASSISTANT_UPLOADS_BY`` says.

    Unless it says something, strangers may not: other machines are let in, nothing is asked for.

    Raises:
        SettingRefused: it names one who is no user.
    """
    said = settings.uploads_by.strip()
    if said in ("", EVERYONE, NOBODY):
        by_default = doorkeeper.asks or is_loopback(settings.host)
        return Rights(said == EVERYONE or (not said and by_default))
    users = frozenset(filter(None, map(str.strip, said.split(","))))
    for name in sorted(users):
        if not doorkeeper.has(name):
            raise SettingRefused(
                f"ASSISTANT_UPLOADS_BY={said}: {name!r} is no user of ASSISTANT_USERS; "
                f"make one by: python -m ui.users {name}, or say {EVERYONE} or {NOBODY}"
            )
    return Rights(False, users)
