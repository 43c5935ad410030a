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
_MEASURED = {
    "how heavy": (
        "wie schwer, hoe zwaar, hur tung, hur tungt, hvor tung, hvor tungt, quanto pesa, "
        "cuánto pesa, jak ciężki, jak ciężka, jak ciężkie, combien pèse, combien pese, quel "
        "poids, ile waży"
    ),
    "how high": (
        "wie hoch, hoe hoog, hur hög, hur högt, hvor høj, hvor højt, hvor høy, hvor høyt, "
        "quanto alto, quanto alta, cuánto mide, jak wysoki, jak wysoka, jak wysokie, quelle "
        "hauteur, quelle est la hauteur, qué altura, che altezza, que altura, qual a altura"
    ),
    "how large": (
        "wie groß, wie gross, hoe groot, hur stor, hur stort, hvor stor, hvor stort, jak "
        "duży, jak duża, jak duże"
    ),
    "how old": (
        "wie alt, hoe oud, hur gammal, hur gammalt, hvor gammel, hvor gammelt, jak stary, jak "
        "stara, jak stare, quel âge, quel age, qué edad, cuántos años tiene, quanti anni ha, "
        "quantos anos tem, ile lat"
    ),
    "how far": (
        "wie weit, hoe ver, hur långt, hvor langt, quanto dista, jak daleko, quelle distance, "
        "qué distancia"
    ),
    "how deep": (
        "wie tief, hoe diep, hur djup, hur djupt, hvor dyb, hvor dypt, quanto profondo, "
        "quanto profunda, jak głęboki, jak głęboka"
    ),
    "how wide": "wie breit, hoe breed",
    "how fast": "wie schnell, hoe snel, hur snabbt, hvor hurtigt",
    "how often": "wie oft, wie häufig, hoe vaak, hur ofta, hvor ofte, jak często",
    "how hot": "wie heiß, wie warm, hoe heet, hoe warm",
    "how much": "wie teuer, hoe duur, hur mycket, hur dyr, hvor meget, hvor dyr",
    "how long": "quanto lungo, quanto lunga, quelle longueur",
    "what share": "quelle part, qué parte, welcher anteil, welk deel",
    "what percentage": (
        "quel pourcentage, qué porcentaje, quale percentuale, che percentuale, que "
        "percentagem, wie viel prozent, wieviel prozent"
    ),
}
"""How a measure is asked for in other languages, by the English words for it."""
_WHAT_IS = (
    "quel est, quelle est, cuál es, qual è, qual é, welches ist, welcher ist, welche ist, wat is, "
    "vad är, hvad er, jaki jest, jaka jest"
)
"""Asks for one thing, with the word that elsewhere asks which of several."""
PHRASES = {
    **dict.fromkeys(
        (
            "quel est",
            "quelle est",
            "cuál es",
            "qual è",
            "qual é",
            "welches ist",
            "welcher ist",
            "welche ist",
            "wat is",
            "vad är",
            "hvad er",
            "jaki jest",
            "jaka jest",
        ),
        "what is",
    ),
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
    **{own: english for english, phrases in _MEASURED.items() for own in phrases.split(", ")},
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
