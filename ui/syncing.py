"""Syncs behind the page: asked for by anyone, done one at a time, told to everyone."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from corpus.errors import AssistantError, IndexBusy
from ui import messages, trouble

if TYPE_CHECKING:
    from index.passage import SyncProgress
    from ui.engine import Watch

BUSY_POLL_S = 1.0


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """How the documents stand to the index, with a sentence; ``n``: how many syncs have ended."""

    state: Literal["idle", "running", "failed"]
    sentence: str
    n: int

    def to_json(self) -> dict[str, object]:
        return {"state": self.state, "sentence": self.sentence, "n": self.n}


class Syncing:
    """Runs ``sync`` in a thread whenever that is requested, until nothing is wanted any more."""

    def __init__(self, sync: Callable[[Watch], None]) -> None:
        """``sync``: one whole sync, which tells its steps."""
        self._sync = sync
        self._lock = threading.Lock()
        self._wanted = self._at_work = False
        self._status = SyncStatus("idle", "", 0)

    def request(self) -> None:
        """Have a sync that begins after this call; returns at once."""
        with self._lock:
            self._wanted = True
            if self._at_work:
                return
            self._at_work = True
            self._tell("running", messages.STAGES["read"])
        threading.Thread(target=self._work, name="syncing", daemon=True).start()

    def status(self) -> SyncStatus:
        """Where it stands now; never waits."""
        return self._status

    def _work(self) -> None:
        while self._is_wanted():
            try:
                self._sync(self._watch)
            except IndexBusy:
                self._wanted = True
                self._tell("running", messages.SYNC_WAITS)
                time.sleep(BUSY_POLL_S)
            except AssistantError as error:
                self._end("failed", str(error))
            except Exception as error:  # noqa: BLE001 - the edge
                print(f"assistant: {trouble.report(error)}", file=sys.stderr)
                self._end("failed", messages.UNEXPECTED)
            else:
                self._end("idle", "")

    def _is_wanted(self) -> bool:
        with self._lock:
            is_wanted, self._wanted = self._wanted, False
            self._at_work = is_wanted
        return is_wanted

    def _end(self, state: Literal["idle", "failed"], sentence: str) -> None:
        with self._lock:
            n = self._status.n + 1
            running = messages.STAGES["read"]
            self._status = (
                SyncStatus("running", running, n)
                if self._wanted
                else SyncStatus(state, sentence, n)
            )

    def _tell(self, state: Literal["running"], sentence: str) -> None:
        self._status = SyncStatus(state, sentence, self._status.n)

    def _watch(self, step: SyncProgress) -> None:
        if step.stage != "done":
            count = f": {step.done} of {step.total}" if step.total else ""
            self._tell("running", f"{messages.STAGES[step.stage]}{count}")
