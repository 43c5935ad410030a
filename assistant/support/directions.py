"""Which way, on which side, by how much more: small words that stay in their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.support import english_retelling as english
from assistant.support.steps import Step, is_alike
from assistant.support.wording import Word


def of_directions(step: Step) -> Iterator[str]:
    """The small words of place and direction between two words that the source has not between the
    same two, in the same order: it may have them elsewhere, "the up line" beside "the down line".
    """
    theirs = iter(_directions(step.source))
    for surface in _directions(step.said):
        if not any(is_alike(surface, other) for other in theirs):
            yield f"it adds “{surface}”"
            return


def _directions(words: Sequence[Word]) -> list[str]:
    return [word.surface for word in words if word.surface in english.DIRECTIONS]
