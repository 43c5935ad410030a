"""Counting again, by simple means of its own, what the assistant says in its own voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Statement
from assistant.assistant import Assistant
from corpus.markup import plain_text

WORDS = "no one two three four five six seven eight nine ten eleven twelve".split()
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
KINDS = {
    "a date": rf"\b1\d{{3}}\b|\b20\d\d\b|\b(?:{MONTHS})\b",
    "a number": r"\d",
    "a percentage": r"%|per ?cent",
    "a sum of money": r"[$€£]\s?\d|\d (?:dollars|euros|crowns|pounds)",
    "a length of time": r"\d+ (?:seconds|minutes|hours|days|weeks|months|years)",
}


@dataclass(frozen=True)
class Shown:
    """A sentence as a reader sees it, with the text of its passage and what stands above."""

    document: str
    text: str
    passage: str
    headings: tuple[str, ...] = ()


class Collection:
    """The sentences and documents of an index, read once."""

    def __init__(self, assistant: Assistant) -> None:
        self.index = assistant.index
        self.titles = {d.id: d.title for d in assistant.index.documents()}
        self.texts = {d: assistant.index.document(d)[1] for d in self.titles}
        self.sentences = list(self._sentences())

    def _sentences(self) -> Iterator[Shown]:
        for document in self.titles:
            for chunk in self.index.chunks(document):
                above = " ".join((chunk.title, *chunk.heading, chunk.text))
                for sentence in chunk.sentences:
                    if sentence.kind in ("paragraph", "item", "row", "code"):
                        text = plain_text(chunk.sentence_text(sentence), chunk.markup)
                        yield Shown(document, text, above, chunk.heading)

    def naming(self, name: str) -> list[str]:
        """The sentences that hold every word of ``name``, in any order and number."""
        words = re.sub("[“”]| and (?=“)", " ", name).split()
        return [s.text for s in self.sentences if all(names(w, s.text) for w in words)]

    def called(self, name: str) -> int:
        """The sentences that hold the name or, where the passage does, its last word and not as
        another's, and those that stand under it.
        """
        last = name.split()[-1]
        words = name.split()
        if len(words) > 1 and max(map(len, words)) < 4:  # "All of Us" is no "all" and "us"
            return sum(name in s.text for s in self.sentences)
        return sum(
            all(holds(word, s.text) for word in name.split())
            or any(is_called(heading, name) for heading in s.headings)
            or (all(holds(word, s.passage) for word in name.split()) and is_own(last, name, s.text))
            for s in self.sentences
        )


def is_own(last: str, name: str, text: str) -> bool:
    """Whether ``text`` holds the last word of a name, and no other first name right before it."""
    stem = re.escape(last[0].upper() + last[1:-1])
    before = (m[1] for m in re.finditer(rf"(?:\b([A-Z][\w.]*) )?\b{stem}", text))
    own = {*name.split(), *"Mr. Mrs. Ms. Dr. The In A Captain Judge".split()}
    return any(word is None or word in own for word in before)


def holds(word: str, text: str) -> bool:
    """Whether ``text`` holds a word that begins as ``word`` does, endings aside."""
    if word.lower() in ("of", "the", "a", "and"):
        return True
    stem = word if len(word) < 5 else word.rstrip("s")[:-1] if word.islower() else word.rstrip("s")
    return re.search(rf"(?<!\w){re.escape(stem)}", text, re.IGNORECASE) is not None


def names(word: str, text: str) -> bool:
    """Whether ``text`` holds a word, or its plural or possessive."""
    if word.lower() in ("of", "the", "a", "and"):
        return True
    stem = re.escape(re.sub(r"(?<!s)s\Z", "", word) if len(word) > 3 else word)
    stem = re.sub(r"man\Z", "m[ae]n", stem)
    return re.search(rf"(?<!\w){stem}(?:e?s)?(?!\w)", text, re.IGNORECASE) is not None


def is_called(heading: str, name: str) -> bool:
    """Whether a heading is the name, but for "the" and a plural."""
    one, other = (re.sub(r"^the ", "", text.lower()).rstrip("s") for text in (heading, name))
    return one == other


def quoted(answer: Answer) -> list[Statement]:
    return [s for s in answer.statements if s.kind in ("item", "sentence", "row")]


def check_groups(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    items = quoted(answer)
    labels = {s.label for s in items}
    n_groups = WORDS.index(m["groups"]) if m["groups"] in WORDS else int(m["groups"])
    shown = int(m["shown"]) if m["shown"] else int(m["n"])
    count = int(m["n"]) == own.called(m["name"])
    return count and shown == len(items) and (len(labels) == n_groups or n_groups > 6)


def check_named(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    n = int(m["shown"] or m["n"])
    return len([s for s in answer.statements if s.kind == "item"]) == n <= int(m["n"])


def check_absent(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    names = re.findall("“([^”]+)”", m["names"])
    n = int(m["n"]) if m["n"] else 1
    texts = [text.lower() for text in own.texts.values()]
    words = [rf"(?<!\w){re.escape(name.lower())}(?!\w)" for name in names]
    return n == len(texts) and not any(re.search(word, text) for word in words for text in texts)


def check_kind(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    naming = own.naming(m["name"])
    counted = int(m["n"].replace(",", "")) == len(naming) > 0
    return counted and not any(re.search(KINDS[m["kind"]], text) for text in naming)


def check_word(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    naming = own.naming(m["name"])
    counted = int(m["n"].replace(",", "")) == len(naming) > 0
    return counted and not any(holds(m["word"], text) for text in naming)


def check_apart(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    one, other = set(own.naming(m["one"])), set(own.naming(m["other"]))
    counted = (int(m["n"]), int(m["m"])) == (len(one), len(other))
    return counted and bool(one) and bool(other) and not one & other


def check_extract(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    title, _, section = m["title"].partition("”, “")
    document = next((d for d, held in own.titles.items() if held == title), None)
    under = [s for s in own.sentences if s.document == document]
    total = sum(not section or section in s.headings for s in under)
    return int(m["n"]) == total and int(m["k"]) >= len(quoted(answer)) > 0


def check_subject(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    shown = quoted(answer)
    documents = {c.document for s in shown for c in s.citations}
    return (int(m["k"]), int(m["n"])) == (len(shown), len(documents))


def check_documents(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return int(m["n"]) == len(own.titles)


def check_card(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    n = sum(len(own.index.chunks(d)) for d in own.titles)
    return (int(m["n"]), int(m["passages"])) == (len(own.titles), n)


def check_counted(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    prose = [s.text for s in own.sentences if "|" not in s.text]
    listed = re.findall(r"([^,]+?) \((\d+) sentences?\)", m["listed"])
    exact = [
        int(n)
        == sum(re.search(rf"(?<!\w){re.escape(name.strip())}(?!\w)", t) is not None for t in prose)
        for name, n in listed
        if name.strip()[0].isupper()
    ]
    return bool(listed) and all(exact)


def check_title(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return m["title"] in own.titles.values()


def check_both(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return [m["name"] in s.text for s in quoted(answer)] == [True, True]


def check_near(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """Each sentence holds the name, or the statement before it does."""
    told = [s for s in answer.statements if s.kind in ("sentence", "context")]
    pairs = zip(["", *(s.text for s in told)], told, strict=False)
    return all(m["name"] in f"{before} {s.text}" for before, s in pairs if s.kind == "sentence")


def check_word_in_both(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return [m["name"] in s.text.lower() for s in quoted(answer)] == [True, True]


def check_under(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """The first sentence's heading or title holds the name, and so does the second sentence."""
    first, second = quoted(answer)
    above = (first.citations[0].title, *first.citations[0].heading)
    return m["name"] in m["place"] and m["place"] in above and m["name"] in second.text


def check_behind(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """The first of two sentences holds the name, and nothing stands between it and the second."""
    first, second = (s.citations[0] for s in quoted(answer))
    between = own.texts[first.document][first.end : second.start]
    return m["name"] in quoted(answer)[0].text and not between.strip(" \n*_")


def check_over(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """The first sentence holds the name, and the second's heading or title, which is told, does."""
    second = quoted(answer)[-1].citations[0]
    told = any(m["name"] in s.text for s in answer.statements[1:-1])
    return told and m["name"] in m["place"] and m["place"] in (second.title, *second.heading)


def check_within(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """Each of two sentences stands under that heading or title."""
    cited = [s.citations[0] for s in quoted(answer)]
    return len(cited) == 2 and all(m["place"] in (c.title, *c.heading) for c in cited)


def check_cited(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """The place that a line names is that of a citation, which stands there in the text."""
    return any(
        m["place"].split(" › ")[-1] in (c.title, *c.heading)
        and own.texts[c.document][c.start : c.end] == c.quote
        for s in answer.statements
        if m["place"] in s.text
        for c in s.citations
    )


def check_empty(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """So many sentences are quoted, each of another place, that end in a colon or are notes."""
    places = [s.citations[0] for s in answer.statements if s.kind == "item"]
    said = all(c.quote.rstrip(" *_").endswith(":") or re.search(NOTE, c.quote) for c in places)
    is_counted = len(set(places)) == len(places) == int(m["shown"] or m["n"]) <= int(m["n"])
    return said and is_counted and len(places) > 0


def check_read(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return int(m["n"]) == len(own.texts)


def check_steps(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    items = [s.citations[0] for s in answer.statements if s.kind == "item"]
    above = all(m["place"] in (c.title, *c.heading) for c in items)
    return above and len(items) == int(m["n"]) and items == sorted(items, key=lambda c: c.start)


def check_rows(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    cited = [c for s in quoted(answer) for c in s.citations if c.role == "evidence"]
    named = all(m["place"] in (c.title, *c.heading) for c in cited)
    column = all(m["column"] in s.text for s in quoted(answer))
    return named and column and 0 < len(cited) <= int(m["n"])


def check_side(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return answer.shape == "table"


def check_source(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return int(m["n"]) == sum(s.status == "quoted" for s in answer.statements)


def check_perhaps(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """Statements stand on both sides of the line, each once, those behind it as items."""
    at = next(i for i, s in enumerate(answer.statements) if s.text == m.group())
    told, more = answer.statements[:at], answer.statements[at + 1 :]
    texts = [s.text for s in (*told, *more)]
    is_once = len(set(texts)) == len(texts)
    return is_once and bool(told) and bool(more) and all(s.kind == "item" for s in more)


def check_fixed(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    return True


def check_mentions(m: re.Match[str], answer: Answer, own: Collection) -> bool:
    """Each name is counted in the documents that hold its words side by side, one of them each."""
    names = re.findall("“([^”]+)”", m["names"])
    forms = [r"\W+".join(rf"{re.escape(w[:4])}\w*" for w in name.split()) for name in names]
    held = {
        document
        for document, text in own.texts.items()
        if any(re.search(rf"(?<!\w){form}", text, re.IGNORECASE) for form in forms)
    }
    cited = {s.citations[0].document for s in quoted(answer)}
    return (int(m["n"]), int(m["total"])) == (len(held), len(own.texts)) and cited == held


NOTE = r"(?i)announce|promise|not give|missing|left out|leaves out|no list|omit|empty"
Check = Callable[[re.Match[str], Answer, Collection], bool]
NAME = r"(?P<name>[^:]+?)"
FRAMES: tuple[tuple[str, Check], ...] = (
    (
        (
            rf"{NAME}: (?P<n>\d+) sentences?, (?P<groups>\w+) subjects?(?:; "
            rf"(?P<shown>\d+) shown)?\."
        ),
        check_groups,
    ),
    (
        (
            r"[A-Z][\w-]+ named: (?P<n>\d+)(?:, of which (?P<shown>\d+) are "
            r"shown)?(?:; one further list is announced but empty)?\."
        ),
        check_named,
    ),
    (r"Perhaps also:", check_perhaps),
    (r"(?P<names>“.+”) occurs? in (?P<n>\d+) of (?P<total>\d+) documents\.", check_mentions),
    (
        (
            r"I did not find this: (?P<names>“.+”), or (?:a close spelling, occurs|close "
            r"spellings, occur) in none of (?P<n>\d+) documents\."
        ),
        check_absent,
    ),
    (
        (
            rf"I did not find this: “{NAME}” occurs? (?:together )?in (?P<n>[\d,]+) sentences?, "
            rf"(?:none of which holds|which does not hold) (?P<kind>a .+?)\."
        ),
        check_kind,
    ),
    (
        (
            rf"I did not find this: “{NAME}” occurs? (?:together )?in (?P<n>[\d,]+) sentences?, "
            rf"(?:none of which holds|which does not hold) the word “(?P<word>.+)” in any form\."
        ),
        check_word,
    ),
    (
        (
            r"I did not find this: “(?P<one>.+)” occurs in (?P<n>[\d,]+) sentences?, "
            r"“(?P<other>.+)” in (?P<m>[\d,]+), and no sentence holds both\."
        ),
        check_apart,
    ),
    (r"“(?P<title>.+)”: (?P<k>\d+) of (?P<n>\d+) sentences\.", check_extract),
    (r"“(?P<title>.+)”: (?P<k>\d+) sentences? from (?P<n>\d+) documents?\.", check_subject),
    (
        (
            r"I did not find a document or section of (?:that|the) name or subject(?: “.+”)? "
            r"among (?P<n>\d+) documents\."
        ),
        check_documents,
    ),
    (r"There is no document here to answer from\.", check_fixed),
    (r"I did not find anything about this in the (?P<n>\d+) documents\.", check_documents),
    (r"(?P<n>\d+) documents, (?P<passages>\d+) passages\.", check_card),
    (r"Most named: (?P<listed>.+)\.", check_counted),
    (r"Key phrases: .+\.|\d+ more documents?\.", check_fixed),
    (r"“(?P<title>.+?)”, [\d,]+ words(?:: .+)?\.", check_title),
    (rf"“?{NAME}”? is named in both of these sentences\.", check_both),
    (rf"“?{NAME}”? is named in each of these sentences or right before it\.", check_near),
    (rf"Both of these sentences speak of “{NAME}”\.", check_word_in_both),
    (
        rf"The first of these sentences stands under “(?P<place>.+)”; the second names {NAME}\.",
        check_under,
    ),
    (
        (
            rf"“?{NAME}”? is named in the first of these sentences; the second stands right "
            r"behind it\."
        ),
        check_behind,
    ),
    (
        (
            rf"“?{NAME}”? is named in the first of these sentences; the second stands under "
            r"“(?P<place>.+)”\."
        ),
        check_over,
    ),
    (r"Both of these sentences stand under “(?P<place>.+)”\.", check_within),
    (r"The closest passage is in “(?P<place>.+)”\.", check_cited),
    (
        (
            r"I did not find this list: it is announced under “(?P<place>.+)” and "
            r"not given\."
        ),
        check_cited,
    ),
    (r"Announced but not given, under “(?P<place>.+)”\.", check_cited),
    (
        (
            r"Lists that are announced and not given: (?P<n>\d+)(?:; the first (?P<shown>\d+) are "
            r"shown)?\."
        ),
        check_empty,
    ),
    (
        r"I did not find a list that is announced and not given; documents read: (?P<n>\d+)\.",
        check_read,
    ),
    (r"(?:Steps|Points) under “(?P<place>.+)”: (?P<n>\d+), in order\.", check_steps),
    (
        (
            r"(?P<which>Highest|Lowest|Latest|Earliest) “(?P<column>.+)” of (?P<n>\d+) rows under "
            r"“(?P<place>.+)”:"
        ),
        check_rows,
    ),
    (
        (
            r"Rows under “(?P<place>.+)” that give “(?P<column>.+)”: (?P<n>\d+)"
            r"(?:, of which \d+ are shown)?; no (?:average|total) was computed\."
        ),
        check_rows,
    ),
    (r"I did not find an answer to (?:this part: “.+”|one part of this)\.", check_fixed),
    (r"no sentence found", check_side),
    (r"The answer is quoted from (?P<n>\d+) sentences?, cited below\.", check_source),
    (
        (
            r"I did not find an answer to this in the documents\.|I did not find "
            r"an? [\w ]+ for this in the documents\.|I did not find a passage that "
            r"names these together\."
        ),
        check_fixed,
    ),
    (
        (
            r"I (?:answer from|do not|give no|write nothing).*|Hello\..*|You are welcome\..*|I am "
            r"an assistant.*|Goodbye\..*|Type a question.*|I find answers.*"
        ),
        check_fixed,
    ),
)


def unfounded(answer: Answer, own: Collection) -> list[str]:
    """The frame lines of an answer of no known form, or that a recount does not bear out."""
    return [
        s.text
        for s in answer.statements
        if s.kind == "frame" and not _bears_out(s.text, answer, own)
    ]


def _bears_out(text: str, answer: Answer, own: Collection) -> bool:
    for pattern, check in FRAMES:
        match = re.fullmatch(pattern, text)
        if match is not None:
            return check(match, answer, own)
    return False
