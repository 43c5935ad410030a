"""The line in which questions wait: a few are answered at once, and every asker gets a turn."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from corpus.errors import LineFull

PATIENCE_S = 60.0


class Ticket:
    """A place in the line; ``leave`` it whatever happens."""

    def __init__(self, line: Line, owner: str) -> None:
        """Use ``Line.join``."""
        self.owner = owner
        self._line = line
        self._called = asyncio.Event()

    async def turn(self, timeout_s: float) -> bool:
        """Whether it is this one's turn, after waiting for it ``timeout_s`` at most."""
        if not self._called.is_set():
            try:
                await asyncio.wait_for(self._called.wait(), timeout_s)
            except TimeoutError:
                return False
        return True

    @property
    def ahead(self) -> int:
        """How many questions are answered before this one begins, those under way included."""
        return self._line.ahead_of(self)

    def call(self) -> None:
        """Its turn has come."""
        self._called.set()

    @property
    def is_called(self) -> bool:
        return self._called.is_set()

    def leave(self) -> None:
        """Give up the place, or the turn; leaving twice is leaving once."""
        self._line.leave(self)


class Line:
    """Of one event loop. Owners take turns, so that one with many questions delays no other."""

    def __init__(self, at_once: int, most: int) -> None:
        """``at_once`` are answered together; ``most`` wait."""
        self.at_once, self.most = at_once, most
        self._active: set[Ticket] = set()
        self._waiting: OrderedDict[str, deque[Ticket]] = OrderedDict()

    def join(self, owner: str) -> Ticket:
        """A place at the end of the owner's own questions.

        Raises:
            LineFull: too many are waiting.
        """
        n_waiting = sum(map(len, self._waiting.values()))
        if len(self._active) >= self.at_once and n_waiting >= self.most:
            raise LineFull(f"the line is full: {n_waiting} waiting already; try again in a moment")
        ticket = Ticket(self, owner)
        self._waiting.setdefault(owner, deque()).append(ticket)
        self._call_next()
        return ticket

    @asynccontextmanager
    async def turn(self, owner: str) -> AsyncIterator[None]:
        """A turn of ``owner``, once it has come.

        Raises:
            LineFull: as ``join``.
        """
        ticket = self.join(owner)
        try:
            while not await ticket.turn(PATIENCE_S):
                pass
            yield
        finally:
            ticket.leave()

    def leave(self, ticket: Ticket) -> None:
        """As ``Ticket.leave``."""
        self._active.discard(ticket)
        own = self._waiting.get(ticket.owner, deque())
        if ticket in own:
            own.remove(ticket)
            if not own:
                del self._waiting[ticket.owner]
        self._call_next()

    def ahead_of(self, ticket: Ticket) -> int:
        """As ``Ticket.ahead``."""
        own = self._waiting.get(ticket.owner, deque())
        if ticket not in own:
            return 0
        before, is_earlier = own.index(ticket), True
        total = len(self._active) + before
        for owner, tickets in self._waiting.items():
            if owner == ticket.owner:
                is_earlier = False
            else:
                total += min(len(tickets), before + is_earlier)
        return total

    def _call_next(self) -> None:
        while self._waiting and len(self._active) < self.at_once:
            owner, tickets = self._waiting.popitem(last=False)
            ticket = tickets.popleft()
            if tickets:
                self._waiting[owner] = tickets  # at the end: the others come first
            self._active.add(ticket)
            ticket.call()
