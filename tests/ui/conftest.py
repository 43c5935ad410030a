"""A small corpus about a harbour, one document of which is hostile, and a real index of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.standin import NearestSentence

FERRIES = """---
title: Ferries of the bay
---
# Ferries of the bay

## Cargo

Ferries carry passengers, bicycles and mail. 🚢 They leave the pier every hour.

## Crew

- A captain commands each ferry.
- Two sailors tie the ropes.
"""
HARBOUR = """The harbour was built by Ada Quay in 1902.

It has three piers and a lighthouse.
"""
HOSTILE = """# Smugglers <img src=x onerror="window.hacked=1">

Smugglers hid <script>window.hacked=2</script> rum under {{constructor}} ${window.hacked=3} planks.
Their map is [here](javascript:window.hacked=4) and ![there](http://tracker.example/x.png).
"""


@pytest.fixture(scope="session")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the corpus."""
    folder = tmp_path_factory.mktemp("harbour") / "documents"
    folder.mkdir()
    (folder / "ferries.md").write_text(FERRIES, encoding="utf-8")
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "<b>smugglers&n=1.md").write_text(HOSTILE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def index_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("harbour-index") / "index"


@pytest.fixture(scope="session")
def standin(index_folder: Path, documents: Path) -> NearestSentence:
    """An assistant over the corpus."""
    return NearestSentence.open(index_folder, documents)
