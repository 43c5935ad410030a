"""What every view of the page is built with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui.waiting import Line

if TYPE_CHECKING:
    from ui.engine import Engine
    from ui.library import Library

AT_ONCE = 2
MOST_WAITING = 100


@dataclass(frozen=True, slots=True)
class PageContext:
    """The assistant behind the page, and how it was started.

    ``folder`` holds what the page itself keeps (conversations, question sets); it stands beside
    the index and is made when first written to. ``line``: where questions wait for their turn.
    ``library``: through which documents are added and deleted; null where nobody may.
    """

    engine: Engine
    folder: Path
    show_unsupported: bool = False
    library: Library | None = None
    line: Line = field(default_factory=lambda: Line(AT_ONCE, MOST_WAITING))

    def seen_by(self, user: str) -> PageContext:
        """The same for a request of ``user``, who may change documents or not."""
        return replace(self, library=self.library and self.library.seen_by(user))
