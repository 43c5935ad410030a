"""Answers questions about documents, every sentence with its exact source."""

from assistant.answer import Answer, Citation, Statement, Turn
from assistant.assistant import Assistant
from assistant.settings import Settings

__all__ = ["Answer", "Assistant", "Citation", "Settings", "Statement", "Turn"]
