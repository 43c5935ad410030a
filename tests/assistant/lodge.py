"""A small invented collection of lists that are told in running text and of tables."""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant

DOCUMENTS = {
    "lodge.md": """# Tarvin Lodge

## Getting here

There are three ways up to the lodge. The cable car runs from Brem until nine. The old mule track
takes two hours. Guests with luggage can book the jeep.

## Rooms

| Room | Beds | Price per night | View | Heating |
|---|---|---|---|---|
| Larch | 2 | 84 euros | lake | stove |
| Juniper | 4 | 120 euros | glacier | radiator |
| Gentian | 6 | 150 euros | forest | stove |
| Sorrel | 2 | 78 euros | yard | radiator |

## House rules

Dogs may sleep in the hallway. Boots have to be left in the drying room. Nobody may smoke inside.

## Excursions

The following excursions are offered in August:
""",
    "printer.txt": (
        "A history of the printing firm of Marl\n\n"
        "Several things brought the firm of Marl close to ruin. Offset printing took away the"
        " posters. The rent was doubled in 1974. The ferry line changed to a printer in Brue.\n\n"
        "A stuck roller tears the paper. A dry roller leaves it grey. The third kind of fault,"
        " a bent plate, ruins the whole run.\n\n"
        "The workshop closed in 1981. The house stood empty for years.\n"
    ),
    "boilers.md": """# Two boilers in the winter of 1960

The first trial of the boiler failed after nine hours. The second trial lasted for three days.

| | Copper | Iron |
|---|---|---|
| Cost of one metre | 310 marks | 120 marks |
| Scale after a year | 42 grams | 29 grams |

One advantage of the shared store was that parts could be lent. Another advantage was that the
stokers could change places. A third advantage was a single bill.
""",
    "storms.md": """# Weather of Port Essel

Hurricane Ines tore the roof off the market of Port Essel. The mayor had it mended. Two years later
Hurricane Otto flooded the lower town. The Tropical Storm Vera brought nothing but rain.
""",
    "lift.md": """# Meeting of the owners

## The lift

Two offers for the lift were read: Sigma at 38,200 euros and Otter at 41,900 euros. The owners
voted for Otter.
""",
}


def open_lodge(folder: Path) -> Assistant:
    """An assistant over the collection, indexed in ``folder``."""
    (folder / "documents").mkdir()
    for name, text in DOCUMENTS.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    return Assistant.open(folder / "documents", folder / "index")
