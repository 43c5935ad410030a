"""A small collection on bees, made for these tests, and an index of it."""

from __future__ import annotations

from pathlib import Path

from corpus.corpus import Corpus
from index.index import Index
from index.sync import sync

DOCUMENTS = {
    "01-hive.md": """---
title: The honey bee hive
---

## What a hive is

A hive is a box in which a colony of honey bees lives.
It has a floor, several boxes of frames and a roof.
A queen excluder is a grid that keeps the queen out of the upper boxes.

## Reasons for swarming

One reason for swarming is a lack of room in the hive.
This happens mostly in May.
Another reason for swarming is an old queen whose scent grows weak.
A further reason for swarming is a long spell of warm weather.

## Tools

> **Note:** The manual announces a list of tools here and does not give it.

The beekeeper Ada Quill of the Alder Valley Guild uses a smoker and a hive tool.
""",
    "02-wax.md": """# Wax and honey

Honey bees make wax in glands on the belly of the worker.
Worker bees chew the wax and build combs of six-sided cells.
Combs of wax hold honey, pollen and brood.

The Alder Valley Guild buys wax for candles.
In 1931 the Alder Valley Guild paid four shillings for a pound of wax.
According to the Alder Valley Guild, wax from old combs is probably too dark for candles.

Honey is nectar from which worker bees have taken most of the water.
Honey keeps for years because it holds little water.
""",
    "notes/03-enemies.txt": """ENEMIES OF THE HONEY BEE

The varroa mite sucks the blood of the brood and carries viruses.
The Alder Valley Guild treats hives against the varroa mite in August.
Wasps rob weak hives in late summer.
Nobody in the Alder Valley Guild had seen the small hive beetle before 2019.
Beekeepers in the valley should bring the following things:

Mice nest in hives in winter.
""",
}


def open_apiary(folder: Path) -> Index:
    """Write the documents below ``folder`` and index them there."""
    for name, text in DOCUMENTS.items():
        path = folder / "documents" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for _ in sync(folder / "index", Corpus.open([str(folder / "documents")])):
        pass
    return Index.open(folder / "index")
