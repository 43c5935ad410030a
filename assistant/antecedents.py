"""What a sentence that opens with a pronoun goes back to, as words of the sentence before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant import english_sentences as english
from assistant.expressions import names
from assistant.forms import is_plural
from assistant.matching import strength, term_set
from corpus.document import Span
from index.english import STOP_WORDS

_LOOKED_BACK = 2
_MAX_WORDS = 14
_SAME = 0.7
_GOES_ON = ("and", "or", "of", "with", "in", "at", "from")
"""Words behind a name that make it a part of something longer."""
_JOINT = re.compile(r",?\s+and\s+(?:the\s+)?|,\s+(?:the\s+)?")
_PLURAL_SUBJECT = re.compile(r"(?:The|Some|Many|Most|Several)\s+(?P<noun>[a-z][\w-]+)\s+(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Antecedent:
    """The words ``span`` of the sentence ``back`` places before stand for the first ``length``
    characters of the sentence; with ``owns`` these stay: "Her [Ada Quill] daughter".
    """

    length: int
    back: int
    span: Span
    owns: bool = False

    def in_place(self, name: str, text: str) -> str:
        """``text`` with ``name``, what it goes back to, in brackets."""
        kept = f"{text[: self.length]} " if self.owns else ""
        return f"{kept}[{name}]{text[self.length :]}"


def find_antecedent(text: str, before: Sequence[str], above: str) -> Antecedent | None:
    """The antecedent of the pronoun or "this ..." that ``text`` opens with.

    ``before``: the sentences before it in its paragraph, the nearest last; ``above``: title and
    headings. Only where the sentence before opens with one name that the pronoun can stand for
    (Grosz, Joshi & Weinstein 1995: a subject goes on as subject), or names the thing by its kind;
    null wherever more than one thing can be meant.
    """
    these = (match for pattern in english.THIS_NOUN if (match := pattern.match(text)))
    by_kind = next((found for this in these if (found := _by_kind(this, before))), None)
    if by_kind is not None:
        return by_kind
    match = opening_pronoun(text)
    if match is None or english.EXPLETIVE.match(text):
        return None
    pronoun, owns = nominative(match), match.re is english.OWNER
    for back, earlier in enumerate(reversed(before[-_LOOKED_BACK:]), start=1):
        same = opening_pronoun(earlier)
        if same is not None and nominative(same) == pronoun:
            continue
        span = _subject(pronoun, earlier, above, (text, *before[-_LOOKED_BACK:]))
        return Antecedent(match.end("pronoun"), back, span, owns) if span else None
    return None


def opening_pronoun(text: str) -> re.Match[str] | None:
    """The personal pronoun, or "his" and the like, that ``text`` opens with, as ``pronoun``."""
    return english.PRONOUN_SUBJECT.match(text) or english.OWNER.match(text)


def nominative(match: re.Match[str]) -> str:
    """The pronoun of ``opening_pronoun`` as a subject: "She" for "Her"."""
    return english.OWNERS.get(match["pronoun"], match["pronoun"])


def _by_kind(this: re.Match[str], before: Sequence[str]) -> Antecedent | None:
    """The one thing of that kind, or of a kind that is called so too, that is named before."""
    if not before:
        return None
    wanted = term_set(this["noun"])
    found = [
        match
        for match in english.CALLS_IT.finditer(before[-1])
        if any(strength(t, term_set(match["kind"] or match["behind"])) >= _SAME for t in wanted)
    ]
    words = found[0].group().rstrip(" .,;:") if len(found) == 1 else ""
    if not words or len(words.split()) > _MAX_WORDS:
        return None
    return Antecedent(this.end("noun"), 1, Span(found[0].start(), found[0].start() + len(words)))


def _subject(pronoun: str, earlier: str, above: str, around: Sequence[str]) -> Span | None:
    """The subject that ``earlier`` opens with, if ``pronoun`` can stand for it."""
    if pronoun == "They":
        return _plural(earlier)
    first = _whole(earlier, next(names(earlier), None), above)
    lead = earlier[: first.start] if first else ""
    if first is None or not _is_lead(lead) or not _ends_subject(earlier, first):
        return None
    name = first.cut(earlier)
    is_thing = lead.strip().lower() == "the" or (lead == "" and _stands_in(name, above))
    if pronoun == "It":
        personal = any(english.PERSONAL.search(text) for text in around)
        return Span(0, first.end) if is_thing and not personal else None
    if english.BY_NAME.search(earlier, first.end) or english.OTHER_SEX[pronoun].search(earlier):
        return None
    is_person = not (name.isupper() or is_plural(name) or any(c.isdigit() for c in name))
    if lead.strip().lower() == "the" or not is_person:
        return None
    return Span(0, first.end)


def _whole(text: str, name: Span | None, above: str) -> Span | None:
    """A name with the words that follow it in a title or heading, too: "Parental leave"."""
    while name is not None and (word := re.match(r"\s+[a-z][\w-]*", text[name.end :])):
        longer = Span(name.start, name.end + word.end())
        if not _stands_in(longer.cut(text), above):
            break
        name = longer
    return name


def _stands_in(words: str, above: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", above, re.IGNORECASE) is not None


def _is_lead(lead: str) -> bool:
    """Whether before the name stand at most "the" and two plain words: "The engineer Ada Quill"."""
    words = lead.split()
    if not words:
        return True
    plain = all(re.fullmatch(r"[a-z-]+", word) and word not in STOP_WORDS for word in words[1:])
    return words[0] in ("The", "A", "An") and len(words) <= 3 and plain


def _ends_subject(text: str, name: Span) -> bool:
    """Whether a verb may follow the name: it owns nothing, and no other joins it."""
    after = re.sub(r"^\s*\([^()]*\)", "", text[name.end :])
    word = re.match(r"\s+([\w-]+)", after)
    return word is not None and word[1].islower() and word[1] not in _GOES_ON


def _plural(earlier: str) -> Span | None:
    """Two names or more that are joined, or one plain plural, as the subject."""
    plural = _PLURAL_SUBJECT.match(earlier)
    if plural is not None and is_plural(plural["noun"]):
        return Span(0, plural.end("noun"))
    spans = list(names(earlier))
    if len(spans) < 2 or earlier[: spans[0].start] not in ("", "The "):
        return None
    last = spans[0]
    for span in spans[1:]:
        if not _JOINT.fullmatch(earlier[last.end : span.start]):
            break
        last = span
    joined = earlier[: last.end]
    return Span(0, last.end) if " and " in joined and _ends_subject(earlier, last) else None
