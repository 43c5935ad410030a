"""The shipped documents retell their two sources completely, in words of their own.

The sources are not part of the repository: ``SOURCES_DIR`` names their folder, and the tests that
compare with them skip without it.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"
PATHS = sorted(DOCUMENTS.glob("*.md"))

BLOG, ABSTRACT = "000_09507bf2fd874d07.txt", "001_d781b63425d6d34b.txt"
PARAGRAPHS = {BLOG: 39, ABSTRACT: 5}
HEADINGS = {(BLOG, 4), (BLOG, 6), (BLOG, 8), (BLOG, 10)}
ANNOUNCED = {(BLOG, 28), (BLOG, 30), (BLOG, 32), (BLOG, 38), (ABSTRACT, 3)}

LONGEST_SHARED_RUN = 11
SECTION = re.compile(r"^(#+ .+)\n(.*)$", re.MULTILINE)
COMMENT = re.compile(r"<!-- source: (\S+), paragraph (\d+) -->")
NOTE = re.compile(r"> \*\*Note:\*\* The source announces a list of .+ here and does not give it\.")
NAME = re.compile(r"(?:\w*[A-Z]\w*)(?:[-\s](?:(?:&|of)\s)?\w*[A-Z]\w*)*")


def split_front_matter(path: Path) -> tuple[dict[str, str], str]:
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


def retold(body: str) -> list[tuple[str, int, str]]:
    """Source file, paragraph number and text of each section, in reading order."""
    parts = COMMENT.split(body)[1:]
    return [(parts[i], int(parts[i + 1]), parts[i + 2]) for i in range(0, len(parts), 3)]


def all_sections() -> list[tuple[str, int, str]]:
    return [section for path in PATHS for section in retold(split_front_matter(path)[1])]


def prose(body: str) -> str:
    return COMMENT.sub(" ", body)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    tokens = words(text)
    return {tuple(tokens[i : i + length]) for i in range(len(tokens) - length + 1)}


def names(paragraph: str) -> set[str]:
    """Runs of capitalised words that do not open a sentence, and words with an inner capital."""
    found = set()
    for match in NAME.finditer(paragraph):
        name = match.group()
        opens = re.search(r"(?:^|[.:?!—]\s*)$", paragraph[: match.start()]) is not None
        first, _, rest = name.partition(" ")
        plain = first[1:].islower() or len(first) == 1
        found.add(rest if opens and plain and not rest else name)
    return found - {""}


@pytest.fixture(scope="module")
def sources() -> dict[str, list[str]]:
    """The paragraphs of each source file."""
    folder = os.environ.get("SOURCES_DIR", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip("SOURCES_DIR does not name the folder of the source texts")
    return {
        name: [
            line for line in (Path(folder) / name).read_text("utf-8").split("\n") if line.strip()
        ]
        for name in PARAGRAPHS
    }


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_front_matter_gives_title_and_source_and_nothing_else(path: Path) -> None:
    front, _ = split_front_matter(path)
    assert sorted(front) == ["source", "title"]
    assert front["source"] in PARAGRAPHS
    assert front["title"] == front["title"].strip() != ""


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_section_says_below_its_heading_which_paragraph_it_retells(path: Path) -> None:
    front, body = split_front_matter(path)
    below = [line for _, line in SECTION.findall(body)]
    assert [line for line in below if not COMMENT.fullmatch(line)] == []
    assert len(below) == len(retold(body)) > 0
    for file, paragraph, _ in retold(body):
        assert file == front["source"]
        assert 1 <= paragraph <= PARAGRAPHS[file]
    assert body.lstrip().startswith("## ")


def test_every_paragraph_of_the_sources_is_retold() -> None:
    every = {(file, n) for file, count in PARAGRAPHS.items() for n in range(1, count + 1)}
    assert {(file, n) for file, n, _ in all_sections()} == every - HEADINGS


def test_lists_announced_but_not_given_are_marked_with_a_note_of_one_form() -> None:
    marked = {(file, n) for file, n, text in all_sections() if NOTE.search(text)}
    assert marked == ANNOUNCED
    quotes = [line for *_, text in all_sections() for line in text.split("\n") if line[:1] == ">"]
    assert [line for line in quotes if not NOTE.fullmatch(line)] == []
    assert len(quotes) == len(ANNOUNCED)


def test_doubtful_claims_are_attributed_to_the_source() -> None:
    lines = [line for *_, text in all_sections() for line in text.split("\n")]
    doubtful = [line for line in lines if "COVID-19" in line]
    assert [line for line in doubtful if not re.match(r"The source (says|adds) that ", line)] == []
    assert len(doubtful) == 3


def test_no_run_of_twelve_words_is_copied(sources: dict[str, list[str]]) -> None:
    length = LONGEST_SHARED_RUN + 1
    theirs = set().union(*(runs("\n".join(paragraphs), length) for paragraphs in sources.values()))
    ours = {path.name: runs(prose(split_front_matter(path)[1]), length) for path in PATHS}
    shared = {name: sorted(map(" ".join, found & theirs)) for name, found in ours.items()}
    assert shared == {path.name: [] for path in PATHS}


def test_no_sentence_is_copied(sources: dict[str, list[str]]) -> None:
    theirs = {
        " ".join(words(sentence))
        for paragraphs in sources.values()
        for paragraph in paragraphs
        for sentence in re.split(r"(?<=[.:!?])\s+", paragraph)
        if paragraph[-1] in ".:!?"
    }
    ours = {" ".join(words(line)) for *_, text in all_sections() for line in text.split("\n")}
    assert (ours & theirs) - {""} == set()


def test_the_sources_are_the_ones_retold(sources: dict[str, list[str]]) -> None:
    assert {name: len(paragraphs) for name, paragraphs in sources.items()} == PARAGRAPHS
    numbered = [(f, n, p) for f, ps in sources.items() for n, p in enumerate(ps, start=1)]
    assert {(f, n) for f, n, p in numbered if p.rstrip()[-1] not in ".:"} == HEADINGS
    assert {(f, n) for f, n, p in numbered if p.rstrip()[-1] == ":"} == ANNOUNCED


def test_every_name_and_number_of_a_paragraph_is_kept_where_it_is_retold(
    sources: dict[str, list[str]],
) -> None:
    lost = []
    for file, paragraphs in sources.items():
        for n, paragraph in enumerate(paragraphs, start=1):
            if (file, n) in HEADINGS:
                continue
            told = " ".join(t for f, m, t in all_sections() if (f, m) == (file, n))
            told_words = " ".join(words(told))
            wanted = names(paragraph) | set(re.findall(r"\b\d+\b", paragraph))
            lost += [(file, n, w) for w in sorted(wanted) if " ".join(words(w)) not in told_words]
    assert lost == []
