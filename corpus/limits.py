"""How much one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

MAX_TEXT_CHARS = 20_000_000
"""More text in one file is refused: some twenty-five thousand passages."""
UNRECOGNISED = "that could be recognised"


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: its size, and the time and memory of its parser."""

    size_mb: int = 100
    seconds: float = 60.0
    memory_mb: int = 1024

    @property
    def size_bytes(self) -> int:
        return self.size_mb * 1024 * 1024

    @property
    def too_slow(self) -> str:
        """Why a file that took too long is refused."""
        return (
            f"took more than {self.seconds:g} seconds to be read; split it, "
            "or set ASSISTANT_FILE_SECONDS higher"
        )

    @property
    def too_large_in_memory(self) -> str:
        """Why a file that needs too much memory is refused."""
        return (
            f"needs more than {self.memory_mb:,} MB of memory to be read; split it, "
            "or set ASSISTANT_FILE_MEMORY_MB higher"
        )

    @property
    def crashed(self) -> str:
        """Why a file is refused that ended its parser."""
        return (
            f"crashed its parser, or needs more than {self.memory_mb:,} MB of memory; save it again"
        )

    def would_fail_again(self, reason: str) -> bool:
        """Whether a file refused for ``reason`` would cost as much again, and be refused."""
        costly = (self.too_slow, self.too_large_in_memory, self.crashed)
        return reason in costly or UNRECOGNISED in reason


DEFAULT_LIMITS = Limits()
