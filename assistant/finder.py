"""The extractive answer to one question, whatever is asked: of the documents or beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Self

from assistant import acting, smalltalk
from assistant.analogous import answer_alike
from assistant.answer import Turn
from assistant.answering import answer, answer_aside
from assistant.card import Card, make_card
from assistant.casing import with_capitals
from assistant.confidence import required
from assistant.draft import Draft
from assistant.evidence import Found, Limits
from assistant.following import Resolved, action_of, resolve
from assistant.intending import DECLINED, TALK, WISHES, intended, last_sentence
from assistant.mentioning import sought_in
from assistant.nearby import answer_nearby
from assistant.overview import is_overview_question, overview
from assistant.phrasing import read_phrasing
from assistant.reading import read_as
from assistant.recalling import recall
from assistant.rereading import Rereading, load_rereading
from assistant.settings import Settings
from assistant.spelling import correct_request
from assistant.summarising import summarise
from assistant.summary_request import read_request
from assistant.texts import NOTES
from assistant.translating import courtesy, translate
from assistant.view import View
from assistant.weights import Weights, load_weights
from index.index import Index

_MOST = 0.7
"""How sure an answer to what was put into English word for word can be."""
_LOOSE = re.compile(r" \([^()]*\)(?=\W*$)")
"""What was taken from the question before and stands in brackets behind."""
_OF_EXTRACTS, _SHORTER = ("shorter", "sure", "source"), "in two sentences"


@dataclass(frozen=True)
class Finder:
    """Finds what the documents say to a question; ``card_of`` tells what a collection holds.

    ``lowest``: the confidence below which it refuses, as set or as shipped; ``sure``: the one
    that the accepted risk asks for, 0 where none is set.
    """

    settings: Settings
    weights: Weights
    lowest: float
    sure: float
    again: Rereading
    card_of: Callable[[Index], Card]

    @classmethod
    def of(cls, settings: Settings, card_of: Callable[[Index], Card]) -> Self:
        """What ``settings`` ask for.

        Raises:
            SettingRefused: nobody has measured so small a risk, or a model cannot be loaded.
        """
        weights, risk = load_weights(), settings.risk
        return cls(
            settings,
            weights,
            weights.threshold if settings.threshold is None else settings.threshold,
            0.0 if risk is None else required(risk, weights),
            load_rereading(settings.reranker, settings.reader),
            card_of,
        )

    @property
    def threshold(self) -> float:
        """The confidence below which an answer is refused, whatever asks for it."""
        return max(self.lowest, self.sure)

    def find(self, question: str, history: Sequence[Turn], view: View) -> tuple[str, Found]:
        """The extractive answer, and what to ask a chat model: empty where none is to be asked.

        None is asked where the answer is a refusal, nor about the assistant or the collection, nor
        for a wish about the last answer. What is asked in another language is put into English
        first, word for word, as far as that goes.
        """
        put = None if courtesy(question) else translate(question, view)
        if put is None:
            mended = correct_request(question, view.index)
            text = with_capitals(mended.text, view)
            earlier = [_with_capitals(turn, view) for turn in history]
            asked, found = self._find(text, earlier, view)
            return asked, replace(found, notes=(*read_as(mended), *found.notes))
        earlier = [replace(turn, content=_in_english(turn, view)) for turn in history]
        asked, found = self._find(put.text, earlier, view)
        if found.draft.outcome not in ("answered", "about") and put.left:
            return self._find(question, history, view)
        sure = found.confidence if found.draft.outcome == "about" else min(found.confidence, _MOST)
        return asked and question, replace(found, confidence=sure, notes=(*put.notes, *found.notes))

    def _find(self, question: str, history: Sequence[Turn], view: View) -> tuple[str, Found]:
        limits = Limits(self.settings.passages, self.lowest, self.settings.risk, self.sure)
        phrasing = read_phrasing(question)
        wish = partial(_wish, view=view, answered=bool(history))
        near = view.index.nearest_word
        is_wish = bool(history) and bool(wish(question))
        aside = None if is_wish else self._beside(question, phrasing.text, history, view)
        resolved = (
            Resolved(question) if aside is not None else resolve(question, history, wish, near)
        )
        if aside is not None:
            found = self._aside_found(aside, resolved.text, view)
        else:
            again = self._extract_again(resolved, view)
            if again is not None:
                return "", replace(again, notes=(*_follow_up_note(resolved), *again.notes))
            found = answer(resolved.text, view, self.weights, limits, self.again)
            found = answer_alike(resolved, found, view, self.weights, limits.sure)
            found = answer_nearby(resolved, found, view, self.weights, limits.sure)
            found = recall(resolved.action, history, found, view)
            draft = acting.act(resolved.action, found, view, self.weights)
            draft = acting.grant(phrasing.wish, replace(found, draft=draft), view, self.weights)
            found = replace(found, draft=draft)
        notes = (*_follow_up_note(resolved), *found.notes, *damage_note(view.index))
        is_asked = aside is None and not resolved.action and found.draft.outcome == "answered"
        # A chat model reads the question as it was put, with the form that was wished for.
        asked = resolved.text if resolved.changed else question
        return asked if is_asked else "", replace(found, notes=notes)

    def _beside(
        self, question: str, plain: str, history: Sequence[Turn], view: View
    ) -> Draft | None:
        """What is no question to the documents: told by patterns, else by examples."""
        if sought_in(plain):
            return None
        draft = self._aside(question, view) or self._aside(plain, view)
        if draft is None:
            kind = intended(question, view, answered=bool(history))
            kind = kind or intended(last_sentence(question), view, answered=bool(history))
            if kind == "overview":
                return self._overview(view)
            draft = smalltalk.reply_of(kind) if kind in TALK else None
            draft = smalltalk.refusal_of(kind) if kind in DECLINED else draft
        if draft is not None and draft.shape == "reply" and not view.where:
            return replace(draft, suggestions=self.card_of(view.index).examples)
        return draft

    def _aside(self, text: str, view: View) -> Draft | None:
        if is_overview_question(text):
            return self._overview(view)
        return answer_aside(courtesy(text) or text, view)

    def _overview(self, view: View) -> Draft:
        whole = not view.where and view.hidden == ()
        return overview(self.card_of(view.index) if whole else make_card(view))

    def _extract_again(self, resolved: Resolved, view: View) -> Found | None:
        """The summary that a wish is about, in two sentences if shorter; null for other wishes."""
        if resolved.action not in _OF_EXTRACTS or read_request(resolved.text) is None:
            return None
        text = resolved.text.rstrip(" ?.!")
        draft = summarise(f"{text} {_SHORTER}" if resolved.action == "shorter" else text, view)
        return self._aside_found(draft, resolved.text, view) if draft is not None else None

    def _aside_found(self, draft: Draft, text: str, view: View) -> Found:
        """A draft that was not made of passages, with the nearest ones all the same."""
        result = view.search(text, k=self.settings.passages)
        confidence = 1.0 if draft.confidence is None else draft.confidence
        if draft.outcome in ("not_covered", "not_answered"):
            confidence = min(confidence, self.threshold / 2)
        return Found(draft, text, result.passages, confidence, result.seconds, draft.notes)


def _with_capitals(turn: Turn, view: View) -> Turn:
    asked = turn.role == "user"
    return replace(turn, content=with_capitals(turn.content, view)) if asked else turn


def _in_english(turn: Turn, view: View) -> str:
    put = translate(turn.content, view) if turn.role == "user" else None
    return put.text if put is not None else turn.content


def _wish(text: str, view: View, answered: bool) -> str:
    """What an utterance wishes of the last answer, told by patterns, else by examples."""
    told = action_of(text)
    if told or not answered:
        return told
    kind = intended(text, view, answered=True)
    return kind if kind in WISHES else ""


def _follow_up_note(resolved: Resolved) -> tuple[str, ...]:
    """What the question was read as, where it was not taken as it stands: no loose words of the
    question before it, but that question.
    """
    if not resolved.changed:
        return ()
    loose = _LOOSE.search(resolved.text)
    if loose is None or not resolved.asked or loose.group() in resolved.asked:
        return (NOTES["follow_up"].format(question=resolved.text),)
    return (NOTES["with"].format(question=_LOOSE.sub("", resolved.earlier)),)


def damage_note(index: Index) -> tuple[str, ...]:
    """What a user is told where an older state of the index serves."""
    return (NOTES["damaged"].format(damage=index.damage),) if index.damage else ()
