"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MAX_TEXT_CHARS = 20_000_000
"""More text in one file is refused: some twenty-five thousand passages."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: its size, and the time and memory of its parser."""

    size_mb: int = 100
    seconds: float = 60.0
    memory_mb: int = 1024

    @property
    def size_bytes(self) -> int:
        return self.size_mb * 1024 * 1024


DEFAULT_LIMITS = Limits()
