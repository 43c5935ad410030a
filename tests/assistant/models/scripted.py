"""A small real chat model that says what a function makes of its prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult


class Scripted(BaseChatModel):
    """Streams ``say(prompt)`` word by word; ``heard`` holds the prompts it was given."""

    say: Callable[[str], str]
    model: str = "scripted"
    heard: list[str] = []

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        said = "".join(self._words(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(said))])

    def _stream(
        self, messages: list[BaseMessage], *args: Any, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        for word in self._words(messages):
            yield ChatGenerationChunk(message=AIMessageChunk(content=word))

    def _words(self, messages: list[BaseMessage]) -> Iterator[str]:
        prompt = "\n".join(str(message.text) for message in messages)
        self.heard.append(prompt)
        for part in self.say(prompt).split(" "):
            yield f"{part} "


def saying(text: str) -> Scripted:
    """A model that says ``text`` whatever it is asked."""
    return Scripted(say=lambda _: text, heard=[])
