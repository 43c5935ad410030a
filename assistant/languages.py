"""Which language a text looks to be in, by its function words and its letters."""

from __future__ import annotations

import re
from itertools import islice

from assistant.view import View

_SAMPLED_CHUNKS = 20
_LEAST_SHARE = 0.25
"""Of the words of a question, so many at least are function words of its language."""

_WORDS = {
    "English": "the of and to in is are was were that for with as by what which who when where why how did does do"
    " from this it on at has have had be an about me tell give there can you not or should would could will if my your"
    " i we they he she do any some more than m ve re ll s t don doesn isn please compare list name",
    "German": "der die das und ist sind war waren wer wie wann warum wo welche welcher welches wurde wurden hat haben gibt es ein"
    " eine einen einer dem den des im zum zur von mit auf für über nicht auch bei aus nach wird werden kann was sich als mir etwas ich bitte erzähl erzähle",
    "French": "le la les des du un une est sont était qui que quoi quand où comment pourquoi quel quelle quels quelles et dans pour"
    " par sur avec au aux ce cette ont été il elle ils se en ne pas plus combien qu d l y de moi je parle parlez",
    "Spanish": "el los las un una es son era fue quién quiénes qué cuándo cuál cuáles dónde cómo por para con del al y en que se su"
    " sus fueron hay está están cuántos cuántas cuánto quien cuando donde como la de lo",
    "Italian": "il lo gli le un una è sono era chi che cosa quando dove come perché quale quali e di del della dei delle nel nella"
    " con per da al alla ha hanno fu stato stata quanti quante quanto ci la in",
    "Portuguese": "o os as um uma é são era foi quem que quando onde como por qual quais e do da dos das no na nos nas com para em"
    " ao foram há quantos quantas são não de",
    "Dutch": "de het een en is zijn was waren wie wat wanneer waar waarom hoe welke van met op voor door uit bij naar aan niet ook"
    " werd werden heeft hebben er dat die in te",
    "Swedish": "och är var vem vad när hur varför vilken vilket vilka en ett den det de av med på för från till som i har hade inte"
    " blev finns att",
    "Danish": "og er var hvem hvad hvornår hvor hvorfor hvordan hvilken hvilke en et den det de af med på for fra til som i har"
    " havde ikke blev findes at",
    "Polish": "i w z na do jest są był była było były kto co kiedy gdzie jak dlaczego który która które jakie nie się od po dla"
    " przez o ile to czy",
}  # fmt: skip
_FUNCTION_WORDS = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_SCRIPTS = (
    ("Russian", re.compile(r"[\u0400-\u04ff]")),
    ("Greek", re.compile(r"[\u0370-\u03ff]")),
    ("Arabic", re.compile(r"[\u0600-\u06ff]")),
    ("Hebrew", re.compile(r"[\u0590-\u05ff]")),
    ("Hindi", re.compile(r"[\u0900-\u097f]")),
    ("Thai", re.compile(r"[\u0e00-\u0e7f]")),
    ("Korean", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("Japanese", re.compile(r"[\u3040-\u30ff]")),
    ("Chinese", re.compile(r"[\u4e00-\u9fff]")),
)
"""Letters of a script, and the language most written in it; of Han and kana together, Japanese."""
_ARTICLES = frozenset(
    "el la los las le les der die das il lo gli o os as de het den van von".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """The language that ``text`` looks to be in; English where nothing speaks against it.

    >>> language_of("Welche Ursachen gibt es?"), language_of("What is a Weltanschauung?")
    ('German', 'English')
    """
    letters = sum(c.isalpha() for c in text)
    for name, pattern in _SCRIPTS:
        if letters and 2 * len(pattern.findall(text)) > letters:
            return name
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {name: sum(w in own for w in words) for name, own in _FUNCTION_WORDS.items()}
    best = max(counts, key=lambda name: (counts[name], name == "English"))
    if counts[best] <= counts["English"] or counts[best] < _LEAST_SHARE * len(words):
        return "English"
    if counts[best] == 1 and any(word in _ARTICLES for word in words):
        return "English"  # "Los Angeles", "van der Berg": an article alone may be part of a name
    return best


def language_of_documents(view: View) -> str:
    """The language that the documents in view look to be in, by a sample spread over them."""
    documents = view.documents()
    step = max(1, len(documents) // _SAMPLED_CHUNKS)
    chunks = (view.chunks(info.id) for info in documents[::step])
    sample = islice((parts[0].text for parts in chunks if parts), _SAMPLED_CHUNKS)
    return language_of(" ".join(sample))


def is_function_word(word: str, language: str) -> bool:
    """Whether ``word`` is a function word of ``language``."""
    return word.lower() in _FUNCTION_WORDS.get(language, frozenset())
