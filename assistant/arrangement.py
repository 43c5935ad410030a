"""A comparison as it would be put plainly: the wish for it taken off, what is asked put behind."""

from __future__ import annotations

from assistant import english_clauses as english


def arranged(text: str) -> str:
    """``text`` with the things first and what is asked of them behind.

    >>> arranged("price and weight: oak vs ash?")
    'oak vs ash: price and weight'
    >>> arranged("Put oak and ash side by side: what do they cost?")
    'compare oak and ash: what do they cost'
    >>> arranged("tow rope: the long one vs the short one, price?")
    'the long tow rope vs the short tow rope, price'
    """
    text = english.PLEASE.sub("", text.strip(" ?.!"))
    ones = english.NOUN_OF_ONES.match(text)
    if ones is not None:
        text = english.ONES.sub(ones["noun"], ones["row"])
    text = english.PUT_BESIDE.sub("", english.TORN.sub("", text)).strip(" ?.!")
    first = english.BESIDE_FIRST.match(text)
    if first is not None:
        rest = text[first.end() :]
        return rest if english.CLAUSE.match(rest) else f"compare {rest}"
    between = english.BESIDE_BETWEEN.match(text)
    if between is not None:
        return f"compare {between['things']}{between['rest'] or ''}"
    differ = english.DIFFERENCE_BEHIND.match(text)
    if differ is not None:
        return f"{differ['row']}: {differ['aspects']}"
    text = english.BESIDE_EACH_OTHER.sub("", text) if ":" in text else text
    return _with_aspect_behind(_without_table(text))


def _without_table(text: str) -> str:
    """``text`` with a wish for a table of things as one to compare them.

    >>> _without_table("show me a price comparison of oak and ash")
    'compare the price of oak and ash'
    >>> _without_table("oak and ash prices next to each other")
    'compare oak and ash prices'
    """
    table = english.TABLE_OF.match(text)
    if table is not None:
        aspect = f"the {table['aspect']} of " if table["aspect"] else ""
        behind = f": {table['aspects']}" if table["aspects"] else ""
        return f"compare {aspect}{table['row']}{behind}"
    beside = english.BESIDE_BEHIND.match(text)
    return f"compare {beside['row']}" if beside is not None else text


def _with_aspect_behind(text: str) -> str:
    match = english.ASPECT_FIRST.match(text)
    if match is None:
        return text
    aspect, row = match["aspect"], match["row"]
    is_set = english.SETS_BESIDE.search(row) is not None
    if english.SETS_BESIDE.search(aspect) or english.CLAUSE.match(row):
        return text
    names = row[:1].isupper() and not aspect[1:2].isupper() and not english.JOINED.search(aspect)
    if not is_set and not (english.JOINED.search(row) and names and aspect.islower()):
        return text
    row = row.replace(" / ", " vs ")
    return f"{row}: {aspect}"
