"""A corpus of any size out of the sentences in this repository, in random order.

Real sentences, so that word pieces, lengths and vocabulary are those of prose; shuffled, so that no
two passages are equal and nothing can be reused. The same size and seed give the same files.
"""

from __future__ import annotations

import random
from pathlib import Path

from corpus.corpus import Corpus, load_document
from index.sentences import split_block

HERE = Path(__file__).parent
SOURCES = (HERE / "xquad-a" / "corpus", HERE / "lighthouses" / "documents")
SENTENCES_A_PARAGRAPH, PARAGRAPHS_A_SECTION = (2, 7), (1, 5)
CHARS_A_DOCUMENT = 20_000


def sentences() -> list[str]:
    """Every sentence of the paragraphs in the repository's prose."""
    found = []
    for source in SOURCES:
        for file in Corpus.open([str(source)]).files():
            document = load_document(file)
            blocks = [b for section in document.sections for b in section.blocks]
            for block in blocks:
                if block.kind == "paragraph":
                    spans = [s.span for s in split_block(document.text, block)]
                    found += [" ".join(span.cut(document.text).split()) for span in spans]
    return found


def write_mixture(folder: Path, n_chars: int, *, invented: float = 0.0, seed: int = 0) -> int:
    """Fill ``folder`` with Markdown files of together at least ``n_chars``; how many there are.

    ``invented``: the share of words that made-up ones replace, so that a large corpus does not
    consist of the same sentences over and over.
    """
    chance, known = random.Random(seed), sentences()
    folder.mkdir(parents=True)
    written = 0
    while written < n_chars:
        text = _document(chance, known, min(CHARS_A_DOCUMENT, n_chars - written), written)
        if invented:
            text = _with_invented(chance, text, invented)
        (folder / f"mixture-{written:09}.md").write_text(text, encoding="utf-8")
        written += len(text)
    return written


def write_files(folder: Path, n_files: int, n_chars: int, *, seed: int = 0) -> int:
    """Fill ``folder`` with ``n_files`` Markdown files of at least ``n_chars`` each; their sum."""
    chance, known = random.Random(seed), sentences()
    folder.mkdir(parents=True)
    texts = [_document(chance, known, n_chars, number) for number in range(n_files)]
    for number, text in enumerate(texts):
        (folder / f"mixture-{number:06}.md").write_text(text, encoding="utf-8")
    return sum(map(len, texts))


def _document(chance: random.Random, known: list[str], n_chars: int, number: int) -> str:
    parts = [f"# Mixture {number}"]
    length = 0
    while length < n_chars:
        parts.append("## " + " ".join(chance.choice(known).split()[:4]).strip(".,;:"))
        for _ in range(chance.randint(*PARAGRAPHS_A_SECTION)):
            drawn = chance.choices(known, k=chance.randint(*SENTENCES_A_PARAGRAPH))
            parts.append(" ".join(drawn))
            length += len(parts[-1])
    return "\n\n".join(parts) + "\n"


def _with_invented(chance: random.Random, text: str, share: float) -> str:
    """Some words give place to invented ones, of which a few are frequent and most are rare."""

    def replaced(word: str) -> str:
        if len(word) < 4 or not word.isalpha() or chance.random() > share:
            return word
        rank = int(chance.paretovariate(0.6)) % 200_000
        return "".join(SYLLABLES[rank // 20**i % 20] for i in range(2 + (rank > 400) * 2))

    return "\n".join(" ".join(map(replaced, line.split(" "))) for line in text.split("\n"))


SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu bel dar mon tir sul".split()
