"""Questions about a letter or an e-mail: who wrote it, to whom, when and about what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant import english_letters as english
from assistant.answer import Statement, StatementKind
from assistant.correspondence import Letter, Line, read_letters
from assistant.draft import Draft, cite
from assistant.matching import strength, term_set
from assistant.reading import Reading
from assistant.scattered import MAX_CHUNKS
from assistant.view import View
from index.passage import SearchResult

_SURE = 0.85
_MET, _LEAST = 0.7, 0.6
_MAX_LETTERS = 7


@dataclass(frozen=True, slots=True)
class LetterQuestion:
    """What is asked of a letter (``what`` is a field of ``Letter``) and what tells which letter.

    ``held``: what the letter speaks of; ``by`` and ``to``: who wrote it, and to whom.
    """

    what: str
    kind: str = ""
    held: str = ""
    by: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    letter: Letter
    sha256: str
    met: float


def read_letter_question(question: str) -> LetterQuestion | None:
    """What is asked of a letter; null where no letter is asked about."""
    text = _with_letter(question.strip())
    for what, pattern in english.ASKED:
        match = pattern.match(text)
        if match is not None:
            more = match.groupdict().get("more") or ""
            held = f"{match['before']} {match['after']} {more}"
            return LetterQuestion(what, match["kind"].lower(), held)
    match = english.WROTE_TO.match(text)
    if match is not None:
        return LetterQuestion("sender", held=match["about"] or "", to=match["to"])
    match = english.WRITES_TO.match(text)
    if match is not None:
        return LetterQuestion("recipient", held=match["about"] or "", by=match["by"])
    match = english.ROLE.match(text)
    return LetterQuestion("role", held=match["role"]) if match is not None else None


def _with_letter(text: str) -> str:
    """A question whose "it" is a letter named before: "when was it written (letter)?"."""
    match = english.IT_IS_LETTER.match(text)
    return f"{match['before']}the {match['kind']}{match['after']}?" if match else text


def answer_letter(reading: Reading, result: SearchResult, view: View) -> Draft | None:
    """What the head or the foot of the letter says; of several letters that may be meant, of each.

    Null where no letter is asked about, and where none that is meant says it.
    """
    asked = read_letter_question(reading.question.text)
    if asked is None:
        return None
    found = [f for f in _letters(asked, result, view) if _says(asked, f.letter)]
    best = max((f.met for f in found), default=0.0)
    least = 1.0 if asked.what == "role" else _LEAST
    meant = [f for f in found if f.met == best] if best >= least else []
    on_paper = [f for f in meant if not f.letter.is_mail]
    meant = on_paper if on_paper and asked.kind in english.LETTERS else meant
    if not meant or len(meant) > _MAX_LETTERS:
        return None
    kind: StatementKind = "sentence" if len(meant) == 1 else "item"
    told = tuple(_told(asked, f, kind) for f in meant)
    return Draft("answered", "sentence" if len(meant) == 1 else "list", told, _SURE)


def _letters(asked: LetterQuestion, result: SearchResult, view: View) -> Iterator[_Found]:
    hashes = {p.chunk.document: p.sha256 for p in result.passages}
    # In a larger collection letters are looked for in the documents found only.
    if asked.what != "role" and view.n_chunks <= MAX_CHUNKS:
        hashes = {info.id: info.sha256 for info in view.documents()}
    for document, sha256 in hashes.items():
        for letter in read_letters(view.chunks(document)):
            yield _Found(letter, sha256, _met(asked, letter))


def _says(asked: LetterQuestion, letter: Letter) -> bool:
    if asked.kind in english.MAILS and not letter.is_mail:
        return False
    return _line(asked, letter) is not None


def _line(asked: LetterQuestion, letter: Letter) -> Line | None:
    """The line of the letter that says what is asked."""
    lines = {
        "sender": letter.sender,
        "recipient": letter.recipient,
        "date": letter.date,
        "subject": letter.subject,
        "role": letter.sender if letter.role else None,
    }
    return lines[asked.what]


def _met(asked: LetterQuestion, letter: Letter) -> float:
    """How much of what tells which letter this one holds; 1 where nothing does."""
    if asked.what == "role":
        own = term_set(letter.role.text) if letter.role else frozenset()
        return _share(term_set(asked.held), own)
    parts = (
        (asked.held, letter.text),
        (asked.by, letter.sender.text if letter.sender else ""),
        (asked.to, letter.recipient.text if letter.recipient else ""),
    )
    return min(_share(term_set(said), term_set(text)) for said, text in parts)


def _share(wanted: frozenset[str], own: frozenset[str]) -> float:
    return sum(strength(t, own) >= _MET for t in wanted) / len(wanted) if wanted else 1.0


def _told(asked: LetterQuestion, found: _Found, kind: StatementKind) -> Statement:
    """The line that says it, the value in focus; above a signature, in brackets, its leave."""
    letter = found.letter
    line = _line(asked, letter) or letter.lines[0]
    above = letter.closing if asked.what == "sender" else None
    statement = Statement(
        text=line.text,
        kind=kind,
        status="quoted",
        support=1.0,
        citations=(cite(line.chunk, line.span, found.sha256),),
        focus=_focus(line.text),
        label=line.chunk.title if kind == "item" else None,
    )
    statement = _bracketed(statement, above, found.sha256, before=True)
    return _bracketed(statement, letter.role if asked.what == "role" else None, found.sha256)


def _bracketed(
    statement: Statement, line: Line | None, sha256: str, *, before: bool = False
) -> Statement:
    if line is None:
        return statement
    bracket = f"[{line.text}]"
    shift = len(bracket) + 1 if before else 0
    start, end = statement.focus or (0, len(statement.text))
    return replace(
        statement,
        text=f"{bracket} {statement.text}" if before else f"{statement.text} {bracket}",
        focus=(start + shift, end + shift),
        citations=(*statement.citations, cite(line.chunk, line.span, sha256, "antecedent")),
    )


def _focus(text: str) -> tuple[int, int]:
    """What follows the name of a field, without an address; of a greeting, whom it greets."""
    field = english.FIELD.fullmatch(text)
    start = field.start("value") if field else 0
    greeted = None if field else english.SALUTATION.fullmatch(text)
    if greeted is not None and greeted["to"]:
        return greeted.start("to") + 1, greeted.end("to")
    address = english.ADDRESS.search(text, start)
    end = address.start() if address and address.start() > start else len(text)
    return start, end
