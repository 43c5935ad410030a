"""A small invented collection: one document with headings and lists, one of bare paragraphs."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant

DOCUMENTS = {
    "quarry.md": """---
title: The slate quarry of Ormstad
period: old
---

## Tools of the splitters

The splitters use these tools:

- a **mallet** of beech
- a broad chisel
- a knife for trimming

## Rules for visitors

Visitors must obey the following rules:

## Wages

> **Note:** The source announces a list of wages of the carters here and does not give it.

## Grades of slate

### Princess slate

Princess slate is the thinnest and covers church roofs.

### Lady slate

Lady slate is thicker and covers barns.

## Machines

| Machine | Weight in tonnes | Bought |
|---|---|---|
| Steam saw | 12 | 1894 |
| Crane | 31 | 1901 |
""",
    "ventures.txt": (
        "One reason for the rise of Ormstad was its harbour. Ships could load slate at any tide."
        " The pier was built of oak.\n\n"
        "The railway of 1880 made slate cheap in the towns. It ran along the river.\n\n"
        "A further reason for the rise of Ormstad was the law that forbade thatch."
        " The law followed a great fire.\n\n"
        "Brodal Works and Kestrin Bank founded a venture in 1899. Brodal Works gained from the"
        " ships of the bank, while Kestrin Bank expanded its trade in stone.\n\n"
        "Brodal Works lent a crane to the Zoë Foundry. The Zoë Foundry cast new wheels for"
        " Brodal Works. The wheels lasted for decades.\n\n"
        "The Ormstad Miners' Relief Fund (OMRF) paid for doctors, medicine and coffins."
        " The OMRF was closed in 1950.\n"
    ),
}


def open_quarry(folder: Path) -> Assistant:
    """An assistant over the collection, indexed in ``folder``."""
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")
