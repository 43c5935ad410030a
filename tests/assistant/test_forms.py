"""The form that the wording of a question asks for."""

from __future__ import annotations

import pytest

from assistant.forms import Form, is_plural, read_form
from assistant.question import read_question


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("When was the Heron built?", Form("sentence")),
        ("What is a catamaran?", Form("sentence")),
        ("Who was Ada Quillan?", Form("sentence")),
        ("What is the process of drying?", Form("sentence")),
        ("How many crowns did it cost?", Form("sentence")),
        ("What are the causes of the wreck?", Form("list", noun="caus")),
        ("What are the main problems farmers face in winter?", Form("list", noun="problem")),
        ("Name the sports clubs of the town.", Form("list", noun="club")),
        ("Which goods does the Heron carry?", Form("list", noun="good")),
        ("list all the duties of keepers", Form("list", noun="duti")),
        ("Reasons why the mill burnt", Form("list", noun="reason")),
        ("Which of the mills are old?", Form("list", noun="mill")),
        ("What alternatives to the mill were there?", Form("list", noun="altern")),
        ("List the methods the author gives for milling", Form("list", noun="method")),
        ("reasons for the rise of Ormstad", Form("list", noun="reason")),
        ("What does the inspection involve?", Form("list")),
        ("all of Orlova's partners", Form("list", noun="partner")),
        ("reasons Ormstad rose so fast", Form("list", noun="reason")),
        ("steps for people whose boiler leaks", Form("list", noun="step")),
        ("give me the to-do items the council handed out", Form("list", noun="item")),
        ("Name every mill here that burnt down", Form("list", noun="mill")),
        ("name every deal Acme has a part in", Form("list", noun="deal")),
        ("name everybody who signed the lease", Form("list")),
        ("all the money the club has", Form("sentence")),
        ("What happens when the weir breaks?", Form("sentence")),
        ("What keys open the weir when it jams?", Form("list", noun="key")),
        ("What makes the weir so hard to mend?", Form("sentence")),
        ("What makes oak different from ash?", Form("table", sides=("oak", "ash"))),
        ("what sets oak apart from ash", Form("table", sides=("oak", "ash"))),
        ("the keys that open the vault", Form("sentence")),
        ("Compare the Heron and the Kestrel.", Form("table", sides=("Heron", "Kestrel"))),
        ("difference between wet and dry docks", Form("table", sides=("wet docks", "dry docks"))),
        ("Acme vs Orlova", Form("table", sides=("Acme", "Orlova"))),
        (
            "Compare what Acme and Orlova contributed",
            Form("table", sides=("Acme", "Orlova")),
        ),
        (
            "compare what acme works and orlova gained",
            Form("table", sides=("acme works", "orlova")),
        ),
        ("Tell me about the Keepers' Museum.", Form("groups", name="Keepers' Museum")),
        ("what do you know about the acme works?", Form("groups", name="acme works")),
    ],
)
def test_the_wording_tells_the_form(question: str, form: Form) -> None:
    assert read_form(read_question(question)) == form


@pytest.mark.parametrize(
    ("word", "plural"),
    [("causes", True), ("people", True), ("glass", False), ("news", False), ("Tolm's", False)],
)
def test_a_plural_is_told_from_a_word_that_ends_alike(word: str, plural: bool) -> None:
    assert is_plural(word) is plural


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("What trends shape the trade?", "trend"),
        ("which rules bind a skipper", "rule"),
        ("What act sets the toll?", ""),
        ("What occurs after a flood?", ""),
    ],
)
def test_a_plural_before_its_verb_is_what_is_listed(text: str, noun: str) -> None:
    assert read_form(read_question(text)).noun == noun
