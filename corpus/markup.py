"""Markdown's signs, told apart from the words without moving a single offset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from corpus.document import Markup, Span

MASK = "\x00"
"""Stands for one character of markup; normalised text never holds it."""

# No pattern may look further than to the end of its line or a bound: a text can be one long line.
_FENCE = re.compile(r"^[ \t>]*(?P<sign>`{3,}|~{3,})(?P<info>[^`\n]*)$", re.MULTILINE)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`)([^\n]{1,1000}?)(?<!`)\1(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPEN_COMMENT = re.compile(r"^[ ]{0,3}<!--.*", re.DOTALL | re.MULTILINE)
# A line of signs alone is a rule, an underline, or the line below the header of a table.
_RULE = re.compile(
    r"^[ \t>]*(?:(?:=+|-+|([*_-])(?:[ \t]*\1){2,})[ \t]*$|(?=[|:-])(?=[|: \t]*-)[|: \t-]+$)",
    re.MULTILINE,
)
_PLAIN_RULE = re.compile(r"^[ \t]*([=\-~*#_])\1{2,}[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^[ >]{0,6}#{1,6}(?:[ \t][^\n]*)?$", re.MULTILINE)
_SIGN = re.compile(
    r"^[ ]{0,3}\[[^\[\]\n]+\]:[ \t]*(?:<[^<>\n]*>|#\S*|[^\s/]*/\S*)(?:[ \t]+\"[^\"\n]*\")?[ \t]*$"
    r"|^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+(?=\S)"  # more digits are a year at a line's start
    r"|^[ ]{0,3}(?:>[ ]?)+"
    r"|^[ \t]*\||\|[ \t]*$"
    r"|</?[A-Za-z][A-Za-z0-9-]*(?:[ \t\n][^<>]*)?/?>"
    r"|(?<!\\)`+",
    re.MULTILINE,
)
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]*)(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\))"
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_DELIMITER = re.compile(r"\*+|_+|\n[ \t]*\n")
_LONGEST_DELIMITER = 3
_LONE = re.compile(r"^[*_]{1,3} (?=\S)")
_BOLD = "**"


def mask_markup(text: str, markup: Markup) -> str:
    """``text`` with every character of markup replaced by ``MASK``: same length, same offsets.

    What code holds is not markup. In plain text only lines of signs are.

    >>> mask_markup("**Bold** and [a link](http://x)", "markdown").replace(MASK, "")
    'Bold and a link'
    """
    if markup == "plain":
        return _blank(text, _spans(_PLAIN_RULE, text))
    unseen, code = _comments_and_code(text)
    rest = _blank(text, [*unseen, *code])
    signs = [*unseen, *_spans(_FENCE, rest), *_heading_signs(rest), *_spans(_RULE, rest)]
    signs += _spans(_SIGN, _blank(rest, signs))
    rest = _blank(rest, signs)
    signs += _spans(_ESCAPE, rest)
    rest = _blank(rest, _spans(_ESCAPED, rest))
    links = [Span(*m.span(i)) for m in _LINK.finditer(rest) for i in (1, 3)]
    return _blank(text, [*signs, *links, *_delimiters(_blank(rest, links))])


def mask_comments(text: str, markup: Markup) -> str:
    """``text`` with HTML comments replaced by ``MASK``: what no reader of the document sees."""
    return text if markup == "plain" else _blank(text, _comments_and_code(text)[0])


@lru_cache(maxsize=20_000)
def plain_text(text: str, markup: Markup) -> str:
    """``text`` as a reader sees it: no markup, white space folded to single spaces.

    The sign that closes what stood before a sentence opens the sentence: it is left out, too, and
    so is one that the next sentence closes.

    >>> plain_text("** A day ticket costs *six* crowns.", "markdown")
    'A day ticket costs six crowns.'
    >>> plain_text("**Tickets and passes.", "markdown")
    'Tickets and passes.'
    """
    seen = " ".join(mask_markup(text, markup).replace(MASK, "").split())
    return _without_lone(_LONE.sub("", seen), text) if markup == "markdown" else seen


def _without_lone(seen: str, text: str) -> str:
    """``seen`` without the one sign for bold type that opens or ends its ``text``."""
    if seen.count(_BOLD) != 1:
        return seen
    if text.lstrip().startswith(_BOLD):
        return seen.removeprefix(_BOLD)
    return seen.removesuffix(_BOLD) if text.rstrip().endswith(_BOLD) else seen


def _comments_and_code(text: str) -> tuple[list[Span], list[Span]]:
    """The comments, and what stands in code; neither in the other."""
    code = list(_fenced(text))
    rest = _blank(text, code)
    inline = [Span(*m.span(2)) for m in _CODE.finditer(rest)]
    rest = _blank(rest, inline)
    closed = rest.rfind("-->") + len("-->")  # up to here every comment ends
    comments = _spans(_COMMENT, rest[:closed])
    opened = _OPEN_COMMENT.search(_blank(rest, comments))
    return comments + ([Span(*opened.span())] if opened else []), code + inline


def _fenced(text: str) -> Iterator[Span]:
    """The code between two fences. A fence left open is a sign and no more."""
    opening: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if opening is None:
            opening = line
        elif line["sign"].startswith(opening["sign"]) and not line["info"].strip():
            start = opening.end() + 1
            yield Span(start, max(start, line.start() - 1))  # both fences stay lines
            opening = None


def _heading_signs(text: str) -> Iterator[Span]:
    for match in _HEADING.finditer(text):
        line = match.group().rstrip(" \t")
        opening = len(line) - len(line.lstrip(" >#"))
        words = line.rstrip("#")
        yield Span(match.start(), match.start() + opening)
        if opening < len(words) < len(line) and words[-1] in " \t":
            yield Span(match.start() + len(words), match.end())


def _delimiters(text: str) -> Iterator[Span]:
    """The pairs of ``*``, ``**``, ``***`` and their like around words of one paragraph."""
    openings: dict[str, Span] = {}
    for match in _DELIMITER.finditer(text):
        sign = match.group()
        if sign[0] == "\n":
            openings.clear()
        elif len(sign) <= _LONGEST_DELIMITER:
            before = text[max(0, match.start() - 1) : match.start()]
            after = text[match.end() : match.end() + 1]
            if sign in openings and _may_bound(sign, before, after):
                yield from (openings.pop(sign), Span(*match.span()))
            elif _may_bound(sign, after, before):
                openings[sign] = Span(*match.span())


def _may_bound(sign: str, inner: str, outer: str) -> bool:
    """Whether words end at a delimiter; only ``**`` bounds a part of a word."""
    return not (inner or " ").isspace() and (sign == "**" or not (outer.isalnum() or outer == "_"))


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]


def _blank(text: str, spans: Iterable[Span]) -> str:
    parts, end = [], 0
    for span in sorted(spans):
        if span.end > end:
            start = max(span.start, end)
            parts += [text[end:start], MASK * (span.end - start)]
            end = span.end
    return "".join([*parts, text[end:]])
