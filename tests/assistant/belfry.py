"""A small collection in running text without markup: minutes, questions and answers, rules.

Written for these tests; lists stand in it as people write them, without headings or bullets.
"""

from __future__ import annotations

from pathlib import Path

from assistant.assistant import Assistant

TEXTS = {
    "minutes.txt": """\
Minutes of the Guild of Ringers, 4 May 2017
Present were Orla Dunn (tower captain), Felix Garrow and Hester Vane.
The treble bell has been silent since Easter. One cause is a worn bearing, which Felix Garrow has \
measured. Another is the split in the wheel. A further cause, in the captain's view, is the damp \
in the louvres. The members did not agree on what to do first.
The dangers of ringing in frost were discussed at length. Frozen ropes are the greatest danger, \
and two ringers have hurt their hands. Slippery stairs are another. There is also the danger of \
cracked metal. No decision was taken.
The duties of the steeple keepers were set out again. Each keeper oils the bearings monthly. \
Keepers also wind the clock. They report loose bolts to the captain, and they sweep the stairs.
Three offers for the new wheel were read. Pell Joinery asked 900 crowns. Marlow and Sons asked \
740 crowns but wanted to be paid at once. The offer of Tarrant Works came too late.
The striking contest includes a junior class, an open class and a class for hand bells. Hester \
Vane judges it with a colleague from Aldmoor.
Orla Dunn presented the accounts. Felix Garrow reported on the museum. Hester Vane was absent \
for the second half.
""",
    "answers.txt": """\
Questions that visitors ask about the tower

Why do the bells ring backwards on Fridays?
There are two reasons. The tenor is rested before the weekend. And the learners ring alone then.

Where can I buy a recording?
It is sold at the desk in the porch.

What does the ticket include?
It includes the climb, a cup of tea and the exhibition. It does not include the clock room.

Which bells may learners ring?
Learners ring the treble and the second. For example, the school of Aldmoor rings both on Tuesdays.
""",
    "hire.md": """\
# Hiring the hand bells

## Collecting them

1. Ring at the vestry door.
2. Count the bells with the clerk.
3. Sign the red book.

## Who is served

Bells are not lent

- to schools outside the valley
- for weddings on Sundays

The committee allowed the circus to borrow them on two conditions: a guard at night, and insurance.
""",
    "rules.txt": """\
1. Practice
Practice begins at seven and ends at nine. Whoever is late waits below until the touch is over.

2. Forbidden in the ringing room
The following are forbidden:
- open flames
- wet boots
- dogs and other animals

Deposit. Whoever borrows hand bells leaves 30 crowns with the steward.

3. Offices
The guild has four officers: the captain, the clerk, the steward and the librarian. They serve for \
two years.
""",
}


def open_belfry(folder: Path) -> Assistant:
    """The collection, indexed in ``folder``."""
    documents = folder / "belfry"
    documents.mkdir(parents=True)
    for name, text in TEXTS.items():
        (documents / name).write_text(text, encoding="utf-8")
    return Assistant.open(documents, folder / "index")
