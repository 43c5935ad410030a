from __future__ import annotations

from pathlib import Path

import pytest

from corpus.document import Block, Span
from index.languages import language_of
from index.sentences import split_block
from index.words import terms
from tests.index.small import opened, synced

TEXTS = {
    "zh": (
        "风车磨坊建于1711年。",
        "它位于奥林溪畔！",
        "谁修复了它？",
        "李明在1966年成立了基金会。",
    ),
    "ja": (
        "水車小屋は1711年に建てられた。",
        "川のそばにある。",
        "「誰が直したのか」と彼は言った。",
    ),
    "ko": ("물레방아는 1711년에 지어졌다.", "강가에 있다.", "교사가 1966년에 재단을 세웠다."),
    "ar": ("بُنيت الطاحونة في عام 1711.", "تقع على ضفة النهر.", "أسس المعلم المؤسسة عام 1966."),
    "hi": ("चक्की 1711 में बनी थी।", "यह नदी के किनारे है।", "शिक्षक ने 1966 में न्यास बनाया।"),
    "ru": ("Мельница построена в 1711 г. в Орине.", "Учитель И. П. Петров основал фонд."),
    "de": ("Die Mühle wurde am 3. Oktober 1711 eröffnet.", "Sie mahlt z. B. das Korn von hier."),
    "es": ("El molino fue construido por el Sr. Pérez.", "¿Quién lo sabe?", "Está en las afueras."),
    "en": ("The mill was built by Dr. Low.", "It is the oldest of them.", "That was in 1711."),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_cut_into_sentences_by_the_rules_of_its_language(language: str) -> None:
    joint = "" if language in ("zh", "ja") else " "
    text = joint.join(TEXTS[language])
    assert language_of(text) == language
    cut = split_block(text, Block(Span(0, len(text)), "paragraph"), language_of(text))
    assert tuple(sentence.span.cut(text) for sentence in cut) == TEXTS[language]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("мельницы", "мельницей"),
        ("русский", "русские"),
        ("الطاحونة", "طاحونة"),
        ("चक्की", "चक्कियों"),
        ("μύλος", "μύλου"),
    ],
)
def test_two_forms_of_a_word_are_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other) != []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("磨坊位于哪里", "zh.txt"),
        ("誰が直した", "ja.txt"),
        ("물레방아", "ko.txt"),
        ("طاحونة", "ar.txt"),
        ("चक्कियों", "hi.txt"),
        ("мельницы", "ru.txt"),
        ("Mühle", "de.txt"),
        ("molinos", "es.txt"),
    ],
)
def test_a_question_finds_the_document_of_its_language(
    tmp_path: Path, query: str, found: str
) -> None:
    documents = tmp_path / "documents"
    documents.mkdir()
    for language, sentences in TEXTS.items():
        (documents / f"{language}.txt").write_text(" ".join(sentences), encoding="utf-8")
    synced(tmp_path / "index", documents)
    (best,) = opened(tmp_path / "index").search(query, k=1).passages
    assert best.chunk.document == found
