"""The closed set of lines the assistant says in its own voice when it answers from documents."""

from __future__ import annotations

REFUSALS = {
    "absent": "I did not find this: {names}, or a close spelling, occurs in none of {n} documents.",
    "absent_one": "I did not find this: {names}, or a close spelling, does not occur in "
    "the document.",
    "absent_several": "I did not find this: {names}, or close spellings, occur in none of {n} "
    "documents.",
    "absent_several_one": "I did not find this: {names}, or close spellings, do not occur in "
    "the document.",
    "not_covered": "I did not find anything about this in the {n} documents.",
    "not_covered_one": "I did not find anything about this in the document.",
    "no_documents": "There is no document here to answer from.",
    "not_answered": "I did not find an answer to this in the documents.",
    "apart": "I did not find a passage that names these together.",
    "kind": "I did not find {kind} for this in the documents.",
    "announced": "I did not find this list: it is announced under “{place}” and not given.",
    "unsure": "I did not find an answer that is sure enough for at most 1 wrong one in {n}.",
    "closest": "The closest passage is in “{place}”.",
}

MISSING_KIND = {
    "date": "a date",
    "percent": "a percentage",
    "money": "a sum of money",
    "duration": "a length of time",
    "number": "a number",
}

NOTES = {
    "read_as": "Read “{wrong}” as “{right}”.",
    "follow_up": "Read as: {question}",
    "with": "Read together with: {question}",
    "language": "The question looks {asked}, the documents are {written}, and the embedding model "
    "matches English only.",
    "damaged": "The newest state of the index is damaged ({damage}); this is from the one before. "
    "To mend it, run: assistant index",
}

MODEL = {
    "withheld": "{n} sentences of the chat model {model} are withheld: "
    "the passages do not support them.",
    "withheld_one": "A sentence of the chat model {model} is withheld: "
    "the passages do not support it.",
    "quoted": "{n} sentences of the chat model {model} are given in the documents' own words.",
    "quoted_one": "A sentence of the chat model {model} is given in the document's own words.",
    "unsupported": "The passages support nothing that the chat model {model} said. "
    "The answer is quoted instead.",
    "not_found": "The chat model {model} found no answer in the passages. "
    "The nearest sentences are quoted instead.",
    "failed": "{failure}. The answer is quoted instead.",
    "broke_off": "{failure}. What came before that is shown.",
}

LISTS = {
    "all": "{what} named: {n}{more}.",
    "some": "{what} named: {n}, of which {shown} are shown{more}.",
    "items": "items",
    "empty": "; one further list is announced but empty",
    "empty_all": "Lists that are announced and not given: {n}.",
    "empty_some": "Lists that are announced and not given: {n}; the first {shown} are shown.",
    "none_empty": "I did not find a list that is announced and not given; documents read: {n}.",
    "steps": "Steps under “{place}”: {n}, in order.",
    "perhaps": "Perhaps also:",
    "points": "Points under “{place}”: {n}, in order.",
}

GROUPS = {
    "head": "{name}: {sentences}, {groups}.",
    "shown": "{name}: {sentences}, {groups}; {shown} shown.",
    "counts": "no one two three four five six seven eight nine ten eleven twelve",
    "read": "Counted in the first {n:,} of {total:,} passages.",
}

MENTIONS = {
    "all": "{names} {occur} in {n} of {total} documents.",
    "one": "{names} {occur} in the document.",
    "shown": "The first {n} are shown.",
}

TABLE = {"empty": "no sentence found", "both": "{one} and {other}"}

ACTIONS = {"source": "The answer is quoted from {n} {sentences}, cited below."}

VERDICTS = {
    "yes": "Yes.",
    "no": "No.",
    "more": "{name}: {value} against {other}.",
    "yes_more": "Yes: {value} against {other}.",
    "no_more": "No: {value} against {other}.",
    "equal": "Neither: both {value}.",
}

EXTREMES = {
    "highest": "Highest “{column}” of {n} rows under “{place}”:",
    "lowest": "Lowest “{column}” of {n} rows under “{place}”:",
    "latest": "Latest “{column}” of {n} rows under “{place}”:",
    "earliest": "Earliest “{column}” of {n} rows under “{place}”:",
    "listed": "Rows under “{place}” that give “{column}”: {n}; no {what} was computed.",
    "listed_some": "Rows under “{place}” that give “{column}”: {n}, of which {shown} are shown; no "
    "{what} was computed.",
}

TWOFOLD = {
    "missing": "I did not find an answer to this part: “{part}”.",
    "missing_one": "I did not find an answer to one part of this.",
}

STEPS = {
    "both": "{name} is named in both of these sentences.",
    "near": "{name} is named in each of these sentences or right before it.",
    "word": "Both of these sentences speak of {name}.",
    "under": "The first of these sentences stands under “{place}”; the second names {name}.",
    "behind": "{name} is named in the first of these sentences; the second stands right behind it.",
    "over": "{name} is named in the first of these sentences; the second stands under “{place}”.",
    "within": "Both of these sentences stand under “{place}”.",
}

ABSENCE = {
    "kind": "I did not find this: {name} in {sentences}, {lacking} {kind}.",
    "word": "I did not find this: {name} in {sentences}, {lacking} the word “{word}” in any form.",
    "apart": "I did not find this: “{one}” occurs in {sentences}, “{other}” in {others}, and "
    "no sentence holds both.",
    "occurs": "“{one}” occurs",
    "together": "“{one}” and “{other}” occur together",
    "lacking": "none of which holds",
    "lacking_one": "which does not hold",
}
