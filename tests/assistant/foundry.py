"""A small collection on bells and clocks, made for the tests of how sentences are shown."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant

DOCUMENTS = {
    "bells.md": """# The Harrowgate bells

The Harrowgate Foundry cast the first bell in 1781. It has stood in Mill Lane since 1802.

For instance, the partnership of Harrowgate Foundry and Tarn Metals gave the town a cheaper bronze.
This partnership ended in 1840.

Clara Venn tuned the great bell of Saint Oda. She trained nine apprentices.
The great bell has never been repaired.
The foundry may sell the pattern book only if the town agrees.
According to the town clerk, the small bell was probably stolen.

Clara Venn later kept the tower clock together with Josef Lind.
Josef Lind opened the school of bell ringing in 1911.
The bell of Saint Oda weighs 2,400 kilograms.
The tower cost 900 crowns.

## Weights

| Bell | Weight in tonnes | Cast |
|---|---|---|
| Great Oda | 2.4 | 1781 |
| Little Tom | 0.3 | 1790 |
| Vesper | 1.1 | 1803 |

## Causes of cracks

One cause of cracks is a clapper that is too heavy.
Another cause is frost in the metal.
A further cause is a flaw in the mould.

> **Note:** The source announces a list of causes of broken clappers here and does not give it.

## Ways of ringing

Several methods of ringing are in use.
Plain hunting moves every bell one place at a time.
Grandsire ringing holds the treble still.
Call changes are spoken aloud by the conductor.
""",
    "clocks.md": """# Tower clocks

The Programme of All of Them pays for tower clocks.
The clock of Saint Oda was built by Josef Lind in 1909.
The clock of Mill Lane strikes the hours only.
""",
}


def open_foundry(folder: Path) -> Assistant:
    """Write the documents below ``folder`` and open an assistant over them."""
    (folder / "documents").mkdir(parents=True)
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(str(folder / "documents"), str(folder / "index"))
