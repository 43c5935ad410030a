"""Paragraphs and the sentences that open them."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.topics import read_topics
from assistant.view import View


def test_the_first_sentence_of_each_paragraph_and_section_opens_it(quarry: Assistant) -> None:
    topics = read_topics(View(quarry.index), "ventures.txt")
    assert [topic.text.split()[0] for topic in topics if topic.opens] == [
        *("One", "The", "A", "Brodal", "Brodal", "The"),
    ]
    first = (
        "One reason for the rise of Ormstad was its harbour. Ships could load slate at any tide."
        " The pier was built of oak."
    )
    assert [topic.paragraph for topic in topics][:3] == [first] * 3


def test_what_is_hidden_is_not_read(quarry: Assistant) -> None:
    hidden = frozenset(chunk.id for chunk in quarry.index.chunks("ventures.txt"))
    assert read_topics(View(quarry.index, hidden=hidden), "ventures.txt") == ()
