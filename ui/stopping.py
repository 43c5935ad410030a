"""Ctrl-C during long work: the first asks it to end well, the second ends it at once."""

from __future__ import annotations

import signal
import sys
import threading
from types import FrameType, TracebackType
from typing import Self


class Stopping:
    """While it lasts, a first Ctrl-C only sets a flag and says ``sentence`` on stderr.

    Elsewhere than in the main thread, where Python lets nobody listen for signals, Ctrl-C stays
    what it was.
    """

    def __init__(self, sentence: str) -> None:
        self._sentence = sentence
        self._asked = threading.Event()
        self._listens = threading.current_thread() is threading.main_thread()

    def asked(self) -> bool:
        """Whether the work should end."""
        return self._asked.is_set()

    def __enter__(self) -> Self:
        if self._listens:
            self._before = signal.signal(signal.SIGINT, self._on_interrupt)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._listens:
            signal.signal(signal.SIGINT, self._before)

    def _on_interrupt(self, _number: int, _frame: FrameType | None) -> None:
        if self._asked.is_set():
            raise KeyboardInterrupt
        self._asked.set()
        print(f"\nassistant: {self._sentence}", file=sys.stderr, flush=True)
