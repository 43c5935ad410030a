"""The question words of other languages, and what they are in English."""

from __future__ import annotations

_QUESTION_WORDS = {
    "German": {
        "how many": "wieviele",
        "how much": "wieviel",
        "who": "wer wen wem",
        "when": "wann",
        "where": "wo wohin woher",
        "why": "warum wieso weshalb",
        "how": "wie",
        "what": "was",
        "which": "welche welcher welches welchen",
    },
    "French": {
        "how many": "combien",
        "who": "qui",
        "when": "quand",
        "where": "où",
        "why": "pourquoi",
        "how": "comment",
        "what": "que quoi qu",
        "which": "quel quelle quels quelles",
    },
    "Spanish": {
        "how many": "cuántos cuántas",
        "how much": "cuánto cuánta",
        "who": "quién quiénes quien",
        "when": "cuándo cuando",
        "where": "dónde donde",
        "how": "cómo como",
        "what": "qué",
        "which": "cuál cuáles",
    },
    "Italian": {
        "how many": "quanti quante",
        "how much": "quanto",
        "who": "chi",
        "when": "quando",
        "where": "dove",
        "why": "perché",
        "how": "come",
        "what": "che cosa",
        "which": "quale quali",
    },
    "Portuguese": {
        "how many": "quantos quantas",
        "how much": "quanto",
        "who": "quem",
        "when": "quando",
        "where": "onde",
        "how": "como",
        "what": "que",
        "which": "qual quais",
    },
    "Dutch": {
        "how many": "hoeveel",
        "who": "wie",
        "when": "wanneer",
        "where": "waar",
        "why": "waarom",
        "how": "hoe",
        "what": "wat",
        "which": "welke welk",
    },
    "Swedish": {
        "who": "vem",
        "when": "när",
        "where": "var",
        "why": "varför",
        "how": "hur",
        "what": "vad",
        "which": "vilken vilket vilka",
    },
    "Danish": {
        "who": "hvem",
        "when": "hvornår",
        "why": "hvorfor",
        "how": "hvordan",
        "where": "hvor",
        "what": "hvad",
        "which": "hvilken hvilket hvilke",
    },
    "Polish": {
        "how many": "ile",
        "who": "kto",
        "when": "kiedy",
        "where": "gdzie",
        "why": "dlaczego",
        "how": "jak",
        "what": "co",
        "which": "który która które jakie",
    },
}
PHRASES = {
    "wie viele": "wieviele",
    "wie viel": "wieviel",
    "wie lange": "how long",
    "hoe lang": "how long",
    "hur länge": "how long",
    "hur många": "how many",
    "hvor mange": "how many",
    "hvor længe": "how long",
    "por qué": "why",
    "por que": "why",
    "qu'est-ce que": "que",
    "combien de temps": "how long",
    "jak długo": "how long",
}
"""Question words of more than one word, with what stands for them in the table or in English."""
COPULAS = frozenset(
    "ist sind war est sont était es son era è sono é são is zijn är er jest".split()
)
_ENGLISH = {
    language: {own: english for english, words in table.items() for own in words.split()}
    for language, table in _QUESTION_WORDS.items()
}


def in_english(word: str, language: str) -> str:
    """The English question word for one of ``language``; empty for any other word.

    >>> in_english("Wann", "German"), in_english("Turm", "German")
    ('when', '')
    """
    return _ENGLISH.get(language, {}).get(word.lower(), "")
