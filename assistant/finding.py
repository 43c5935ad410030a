"""One thing that the doctor looked at, and how errors become one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from corpus.errors import AssistantError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``problem`` is null where all is well; ``mend`` says what to run."""

    name: str
    value: str
    problem: str | None = None
    mend: str | None = None

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def guarded(name: str, look: Callable[[], Finding]) -> Finding:
    """What ``look`` finds; an expected error is a finding too."""
    try:
        return look()
    except AssistantError as error:
        return Finding(name, "", problem_of(error), mend_of(error))


def problem_of(error: AssistantError) -> str:
    """What is wrong, without the next step."""
    return str(error).partition("; ")[0]


def mend_of(error: AssistantError) -> str | None:
    """The next step that every message names after its "; "."""
    return str(error).partition("; ")[2].removeprefix("run: ") or None
