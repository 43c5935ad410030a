"""What the doctor finds."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import diagnosis
from assistant.diagnosis import chat_model_findings, diagnose, package_finding
from assistant.finding import Finding
from assistant.settings import Settings
from corpus.corpus import Corpus
from corpus.errors import IndexForeign
from index import generations
from index.chunks import INDEX_VERSION
from index.location import Location
from index.store import Store
from index.sync import sync


def problems(findings: tuple[Finding, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(f.name, f.problem, f.mend) for f in findings if f.problem]


@pytest.fixture
def location(tmp_path: Path) -> Location:
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "birds.md").write_text("# Birds\n\nKiwis sleep.\n", encoding="utf-8")
    return Location(tmp_path / "index", Corpus.open([str(documents)]))


def synced(location: Location) -> Location:
    for _ in sync(location.folder, location.corpus):
        pass
    return location


def test_a_sound_index_has_no_problem_and_its_model_is_named(location: Location) -> None:
    findings = diagnose(lambda: synced(location), Settings())
    by_name = {finding.name: finding.value for finding in findings}
    assert problems(findings) == []
    assert by_name["index"] == f"1 documents, 1 passages in {location.folder}"
    assert by_name["index age"] == "as new as its files"
    assert by_name["index version"] == f"{INDEX_VERSION}, made with all-MiniLM-L6-v2@53aa51172d14"
    assert by_name["index health"] == "0 orphans, 0 missing, 0 stale, 0 duplicates"
    assert by_name["coverage"] == "100 % of the characters are citable"
    assert (by_name["failed files"], by_name["pages without text"]) == ("none", "none")
    assert by_name["chat model"] == "none: answers are quotes"
    assert by_name["embedding model"] == (
        "all-MiniLM-L6-v2 (English; ASSISTANT_EMBEDDING_MODEL names another), weights sha256 "
        "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    )


def test_a_missing_index_and_an_old_one_are_mended_by_indexing(location: Location) -> None:
    missing = diagnose(lambda: location, Settings())
    synced(location)
    (location.corpus.roots[0].path / "new.md").write_text("Owls hunt.", encoding="utf-8")
    old = diagnose(lambda: location, Settings())
    assert [(name, mend) for name, _, mend in problems(missing)] == [("index", "assistant index")]
    assert problems(old) == [("index age", "older than 1 of its files (new.md)", "assistant index")]


def test_an_index_that_cannot_be_located_is_a_finding() -> None:
    def locate() -> Location:
        raise IndexForeign("x holds something else; run: assistant index --index OTHER")

    found = problems(diagnose(locate, Settings()))
    assert found == [("index", "x holds something else", "assistant index --index OTHER")]


def test_an_empty_corpus_is_a_problem(tmp_path: Path) -> None:
    found = diagnosis.corpus_finding(Corpus.open([str(tmp_path)]))
    assert found == Finding(
        "corpus",
        f"0 readable files in {tmp_path}",
        "no readable file",
        "add documents, or give --corpus PATH",
    )


def test_a_missing_package_is_named_with_the_command_that_installs_it() -> None:
    assert package_finding("no-such-package") == Finding(
        "no-such-package", "", "no-such-package is not installed", "pip install no-such-package"
    )


def test_each_configured_chat_model_is_a_finding_with_what_it_lacks() -> None:
    settings = Settings(model="mistralai:m", models="openai:m, ollama:m")
    assert list(chat_model_findings(settings)) == [
        Finding(
            "chat model",
            "mistralai:m",
            "mistralai:m needs the package langchain-mistralai",
            "pip install langchain-mistralai",
        ),
        Finding(
            "chat model",
            "openai:m",
            "openai:m needs a key",
            "set OPENAI_API_KEY in the environment, or ASSISTANT_MODEL_URL to a server of yours",
        ),
        Finding("chat model", "ollama:m"),
    ]


def test_each_problem_of_an_index_is_told_with_what_mends_it(location: Location) -> None:
    documents = location.corpus.roots[0].path
    (documents / "broken.md").write_text("", encoding="utf-8")
    synced(location)
    with closing(Store.open(generations.current(location.folder) / "chroma")) as store:
        (chunk,) = store.all_chunks()
        (stored,) = store.chunks([chunk.id])
        twin = replace(stored.chunk, id="0" * 32, text="Something else.")
        lost = replace(stored.chunk, id="1" * 32, document="gone.md")
        store.put_chunks([replace(stored, chunk=twin), replace(stored, chunk=lost)])
    (location.folder / "damaged-generation-000007").mkdir()
    aside = f"{location.folder}/damaged-generation-000007"
    told = "1 orphans, 3 missing, 1 stale, 1 duplicates"
    assert problems(diagnose(lambda: location, Settings())) == [
        ("index health", told, "assistant index --replace"),
        (
            "failed files",
            "1 file could not be read (broken.md: holds no text)",
            "repair or remove what is named, then run: assistant index",
        ),
        ("kept aside", f"{aside} was damaged and is kept for a look into it", f"rm -r {aside}"),
    ]
    list(sync(location.folder, location.corpus, replace=True))
    assert [name for name, *_ in problems(diagnose(lambda: location, Settings()))] == [
        "failed files",
        "kept aside",
    ]


def test_a_damaged_newest_state_is_a_problem_while_the_one_before_serves(
    location: Location,
) -> None:
    synced(location)
    (location.corpus.roots[0].path / "new.md").write_text("Owls hunt.", encoding="utf-8")
    synced(location)
    damaged = generations.current(location.folder)
    (damaged / "manifest.json").unlink()
    (first, *_) = problems(diagnose(lambda: location, Settings()))
    told = f"the index in {damaged} has no readable manifest.json"
    problem = f"the newest state is damaged ({told}); the one before serves"
    assert first == ("index", problem, "assistant index")
