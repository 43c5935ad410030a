"""The check of a chat model's sentence against the passages it cites."""

from assistant.support.check import Support, SupportingSentence, check

__all__ = ["Support", "SupportingSentence", "check"]
