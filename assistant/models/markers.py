"""The citation markers a chat model writes, in every form it writes them in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = r"(?:passages?|sources?|documents?|docs?|references?|refs?|citations?|nos?\.?|numbers?)"
_NUMBERS = r"\^?#?\d{1,3}(?:\s*(?:[,;、，；/&+–—\-‑]|\band\b)\s*\^?#?\d{1,3})*"
_INSIDE = rf"\s*(?:{_WORD}[\s:#]*)?{_NUMBERS}\s*(?:†[^\]\n】］]{{0,60}})?"
_BRACKETED = rf"[\[［【〔]{{1,2}}{_INSIDE}[\]］】〕]{{1,2}}(?:\([^()\s]*\))?"
_NAMED = rf"[(（]\s*{_WORD}[\s:#]*{_NUMBERS}\s*[)）]"
_PARENTHESISED = rf"(?<!\A)[(（]\s*{_NUMBERS}\s*[)）](?=\s*(?:[.,;:!?。、，；！？)\]\[(（]|\Z))"
_RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED_RUN = re.compile(rf"[{_RAISED_DIGITS}]+")
_RAISED = (  # behind a short word or a digit a raised number is a power: m², 10⁶
    rf"(?:(?<=[.,;:!?)\]”\"’])|(?<=[^\W\d_]{{4}}))[{_RAISED_DIGITS}]{{1,3}}"
    rf"(?:[\s,⁻˒]{{0,2}}[{_RAISED_DIGITS}]{{1,3}})*"
)
_MARKER = re.compile(
    rf"(?P<sure>{_BRACKETED}|{_NAMED})|(?P<likely>{_PARENTHESISED}|{_RAISED})", re.IGNORECASE
)
_SAYS = "says|states|mentions|notes|explains|describes|reports|shows|indicates"
_TEXT = "passages?|text|articles?|documents?|(?:provided |given )?(?:context|information|sources?)"
_LEAD = re.compile(  # "According to [1], ...", "Passage 2 states that ...", "The text says:"
    rf"\A(?:(?:according to|based on|as \w+ (?:in|by)|in|from|per)\s+(?:the\s+)?"
    rf"(?:{_BRACKETED}|{_NAMED}|{_WORD}\s*(?:{_BRACKETED}|{_NUMBERS}))\s*,\s*"
    rf"|(?:the\s+)?(?:{_BRACKETED}|{_WORD}\s*(?:{_BRACKETED}|{_NUMBERS}))\s+"
    rf"(?:{_SAYS})(?:\s+that)?\s+"
    rf"|(?:according to|based on) the (?:{_TEXT}),\s*"
    rf"|(?:the (?:{_TEXT})|it|the author)\s+(?:also\s+)?(?:{_SAYS})\s+that\s+"
    rf"|the answer\s+(?:to (?:the|this|your) question\s+)?is\s+that\s+"
    rf"|(?:(?:the|this|a)\s+)?(?:{_TEXT}|(?:correct\s+)?answer|sentence|quote)\s*"
    rf"(?:(?:is|reads|{_SAYS})\s*)?:\s*)"
    r"(?=\S)",
    re.IGNORECASE,
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.+?)(?<!`)\1(?!`)", re.DOTALL)
_RANGE = re.compile(r"(\d+)\s*[–—\-‑⁻]\s*[\^#]*(\d+)|(\d+)")
_CLOSES = re.compile(r"\s*(?:[.,;:!?。、，；：！？)\]”’]|\Z)")
_BEHIND_STOP = re.compile(
    rf"(?P<stop>[.!?。！？][\"”’)*_]*)(?P<gap>[ \t]*)"
    rf"(?P<markers>(?:[ \t]*(?:{_BRACKETED}|{_NAMED}|[{_RAISED_DIGITS}]{{1,3}}))+)(?=\s|\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A model's text without its markers, and the numbers that they named.

    ``cited``: in the order written, each once, all from 1 to the number of passages.
    ``unknown``: numbers that no passage has.
    """

    text: str
    cited: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


def read_markers(text: str, n_passages: int) -> Marked:
    """``text`` without its citation markers; what stands in code is not a marker.

    A number in parentheses or a raised one may mean something else: it is a marker only where a
    passage has that number. "According to [1], it ..." becomes "It ...".

    >>> read_markers("It opened in 1894 [2], late [1-2][7].", 3)
    Marked(text='It opened in 1894, late.', cited=(2, 1), unknown=(7,))
    """
    cited: dict[int, None] = {}
    unknown: dict[int, None] = {}
    kept, end = "", 0
    lead = _LEAD.match(text)
    if lead is not None:
        numbers_named = re.findall(r"[0-9]+", _plain_digits(lead.group()))
        rest = text[lead.end() :]
        text = f"{rest[0].upper()}{rest[1:]} " + "".join(f"[{n}]" for n in numbers_named)
    for match in _markers(text):
        numbers = tuple(_numbers(match.group(), n_passages))
        known = [number for number in numbers if 1 <= number <= n_passages]
        if match["likely"] and len(known) < len(numbers):
            continue
        cited.update(dict.fromkeys(known))
        unknown.update(dict.fromkeys(n for n in numbers if n not in known))
        kept = _joined(kept + text[end : match.start()], text[match.end() :])
        end = match.end()
    return Marked((kept + text[end:]).strip(), tuple(cited), tuple(unknown))


def before_stop(text: str) -> str:
    """``text`` with markers behind the end of a sentence moved before it.

    >>> before_stop("It opened late. [1][2] It closed.")
    'It opened late [1][2]. It closed.'
    """

    def moved(match: re.Match[str]) -> str:
        markers = _RAISED_RUN.sub(lambda m: f"[{_plain_digits(m.group())}]", match["markers"])
        return f" {markers.strip()}{match['stop']}"

    return _BEHIND_STOP.sub(moved, text)


def _markers(text: str) -> Iterator[re.Match[str]]:
    code = [match.span() for match in _CODE.finditer(text)]
    for match in _MARKER.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in code):
            yield match


def _numbers(marker: str, n_passages: int) -> Iterator[int]:
    """The numbers of one marker, a range spelled out as far as there are passages."""
    marker = re.sub(r"†.*|\]\(.*", "", marker)
    for first, last, single in _RANGE.findall(_plain_digits(marker)):
        if single:
            yield int(single)
            continue
        low, high = sorted((int(first), int(last)))
        yield from range(low, min(high, n_passages) + 1)
        if high > n_passages:
            yield high


def _plain_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c)) if c in _RAISED_DIGITS else c for c in text)


def _joined(before: str, after: str) -> str:
    """What stands before a removed marker, with white space only if a word follows."""
    stripped = before.rstrip(" \t")
    if _CLOSES.match(after):
        return stripped
    if before != stripped:
        return stripped if after[:1].isspace() else before
    return before if not stripped or after[:1].isspace() else f"{before} "
