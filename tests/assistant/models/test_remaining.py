"""Which quotes of the extractive answer a chat model's answer leaves untold."""

from __future__ import annotations

from assistant.draft import frame, quote
from assistant.models.remaining import left_out
from assistant.texts import LISTS
from tests.assistant.passages import passage


def test_what_is_only_perhaps_an_item_is_not_owed() -> None:
    chunk = passage("A lamp fell.", "The stove was cold.").chunk
    told, perhaps = (quote(chunk, sentence, "0" * 64) for sentence in chunk.sentences)
    extractive = [told, frame(LISTS["perhaps"]), perhaps]
    assert left_out(extractive, [], "What caused the fire?") == [told]
