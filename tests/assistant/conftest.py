"""The collections that the assistant's tests ask about, indexed once."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from index.index import Index
from index.sync import sync
from tests.assistant.apiary import open_apiary
from tests.assistant.belfry import open_belfry
from tests.assistant.foundry import open_foundry
from tests.assistant.quarry import open_quarry

SCRATCH = Path(__file__).parents[1] / "scratch"
"""Recipes, a handbook, a project log and an article: short, and of no other use."""
LIGHTHOUSES = Path(__file__).parents[2] / "bench" / "lighthouses" / "documents"


@pytest.fixture(scope="session")
def apiary(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return open_apiary(tmp_path_factory.mktemp("apiary"))


@pytest.fixture(scope="session")
def lighthouses(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = tmp_path_factory.mktemp("lighthouses") / "index"
    for _ in sync(folder, Corpus.open([str(LIGHTHOUSES)])):
        pass
    return Index.open(folder)


@pytest.fixture(scope="session")
def quarry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_quarry(tmp_path_factory.mktemp("quarry"))


@pytest.fixture(scope="session")
def foundry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_foundry(tmp_path_factory.mktemp("foundry"))


@pytest.fixture(scope="session")
def belfry(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return open_belfry(tmp_path_factory.mktemp("belfry"))


@pytest.fixture(scope="session")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return Assistant.open(SCRATCH, tmp_path_factory.mktemp("scratch") / "index")
