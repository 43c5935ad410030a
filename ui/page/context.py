"""What every view of the page is built with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.engine import Engine


@dataclass(frozen=True, slots=True)
class PageContext:
    """The assistant behind the page, and how it was started.

    ``folder`` holds what the page itself keeps (conversations, question sets); it stands beside
    the index and is made when first written to.
    """

    engine: Engine
    folder: Path
    show_unsupported: bool = False
