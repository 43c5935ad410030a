"""A chat model's answer: what is shown, what is withheld, and what stands in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answer import Answer, Turn, Withheld
from assistant.assistant import Assistant
from assistant.settings import Settings
from corpus.errors import ModelMissing
from tests.assistant.models.scripted import Scripted, saying

QUESTION = "What does princess slate cover?"
PRINCESS = "Princess slate covers church roofs."
QUOTE = "Princess slate is the thinnest and covers church roofs."
MOON = "The moon is made of cheese."


def with_model(quarry: Assistant, model: Scripted, **set_to: object) -> Assistant:
    settings = Settings(**set_to)  # type: ignore[arg-type]
    return Assistant.open(
        [str(root.path) for root in quarry.corpus.roots],
        quarry.index.folder,
        model,
        settings=settings,
    )


def test_citations_are_of_the_sentences_that_support_and_not_of_whole_passages(
    quarry: Assistant,
) -> None:
    answer = with_model(quarry, saying(f"{PRINCESS} [1]")).ask(QUESTION)
    (statement,) = answer.statements
    assert (statement.text, statement.kind, statement.status) == (PRINCESS, "sentence", "supported")
    assert 0.5 <= statement.support <= 1.0
    assert [c.quote for c in statement.citations] == [QUOTE]
    assert answer.model == "scripted"


def test_a_wrong_number_and_no_number_still_cite_what_supports(quarry: Assistant) -> None:
    for said in (f"{PRINCESS} [2]", PRINCESS, f"{PRINCESS} [77]"):
        answer = with_model(quarry, saying(said)).ask(QUESTION)
        assert [[c.quote for c in s.citations] for s in answer.statements] == [[QUOTE]]


def test_unsupported_sentences_are_withheld_or_marked(quarry: Assistant) -> None:
    said = f"{MOON} [1] {PRINCESS} [1]"
    *steps, hidden = with_model(quarry, saying(said)).stream(QUESTION)
    assert isinstance(hidden, Answer)
    assert steps == [Withheld(), *hidden.statements]
    assert [s.text for s in hidden.statements] == [PRINCESS]

    *steps, shown = with_model(quarry, saying(said), unsupported="show").stream(QUESTION)
    assert isinstance(shown, Answer)
    assert steps == list(shown.statements)
    assert [(s.text, s.status) for s in shown.statements] == [
        (MOON, "unsupported"),
        (PRINCESS, "supported"),
    ]
    assert shown.text == hidden.text == PRINCESS
    assert all(s.citations for s in shown.statements)


def test_where_nothing_is_supported_the_quotes_stand_with_the_reason(quarry: Assistant) -> None:
    plain = quarry.ask(QUESTION)
    answer = with_model(quarry, saying(MOON)).ask(QUESTION)
    assert (answer.model, answer.statements) == ("extractive", plain.statements)
    assert answer.confidence == plain.confidence
    assert " ".join(answer.notes) == (
        "The passages support nothing that the chat model scripted said. "
        "The answer is quoted instead."
    )


def test_a_model_that_finds_nothing_leaves_the_quotes_with_the_reason(quarry: Assistant) -> None:
    answer = with_model(quarry, saying("NOT FOUND")).ask(QUESTION)
    assert answer.statements == quarry.ask(QUESTION).statements
    assert " ".join(answer.notes) == (
        "The chat model scripted found no answer in the passages. "
        "The nearest sentences are quoted instead."
    )


def test_what_the_model_leaves_out_stands_behind_it(quarry: Assistant) -> None:
    question = "Which tools do the splitters use?"
    plain = quarry.ask(question)
    answer = with_model(quarry, saying("The splitters use a broad chisel [1].")).ask(question)
    quotes = [s.text for s in answer.statements if s.status == "quoted"]
    by_model = [c.quote for s in answer.statements if s.by_model for c in s.citations]
    left = [
        s.text for s in plain.statements if s.citations and s.citations[0].quote not in by_model
    ]
    assert quotes == left


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Who is the mayor of Zzyzx?", "not_covered"),
        ("hello", "about"),
        ("What did the crane cost?", "not_answered"),
    ],
)
def test_refusals_and_small_talk_ask_no_model(
    quarry: Assistant, question: str, outcome: str
) -> None:
    model = saying(PRINCESS)
    answer = with_model(quarry, model).ask(question)
    assert (answer.outcome, answer.statements) == (outcome, quarry.ask(question).statements)
    assert model.heard == []


def test_repeats_and_lead_ins_are_said_once_or_not_at_all(quarry: Assistant) -> None:
    said = f"Here is what I found:\n- {PRINCESS} [1]\n- {PRINCESS} [1]\n"
    answer = with_model(quarry, saying(said)).ask(QUESTION)
    assert [(s.text, s.kind) for s in answer.statements] == [(PRINCESS, "item")]
    assert answer.usage is not None
    assert (answer.usage.n_shown, answer.usage.n_withheld) == (1, 0)


@pytest.mark.parametrize(
    "said",
    [
        "It covers church roofs [1].",  # whatever "it" is
        f"{MOON} It covers church roofs [1].",
        "No, princess slate is not the thinnest and does not cover church roofs [1].",
        "A knife for trimming.",  # a phrase says nothing
        "Brodal Works lent a crane to church roofs [1].",
    ],
)
def test_what_only_looks_supported_is_withheld(quarry: Assistant, said: str) -> None:
    answer = with_model(quarry, saying(said)).ask(QUESTION)
    assert [s.text for s in answer.statements if s.by_model] == []


FREE = "Lady slate, which is thicker, is used for covering barns [1]."
"""By all the check can tell true, but worded too freely to be shown."""


def test_what_is_retold_too_freely_is_given_in_the_documents_own_words(quarry: Assistant) -> None:
    *steps, answer = with_model(quarry, saying(f"{FREE} {PRINCESS} [1] {MOON}")).stream(QUESTION)
    assert isinstance(answer, Answer)
    assert [(s.text, s.status) for s in answer.statements] == [
        ("Lady slate is thicker and covers barns.", "quoted"),
        (PRINCESS, "supported"),
    ]
    assert steps == [Withheld(), *answer.statements, Withheld()]
    assert [c.quote for c in answer.statements[0].citations] == [answer.statements[0].text]
    assert answer.usage is not None
    usage = answer.usage
    assert (usage.n_shown, usage.n_quoted, usage.n_withheld) == (1, 1, 1)
    assert answer.notes == (
        "A sentence of the chat model scripted is given in the document's own words.",
        "A sentence of the chat model scripted is withheld: the passages do not support it.",
    )


def test_where_someone_speaks_of_themselves_a_copy_is_a_quote(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    told = "The ferry to Hallow stopped in 1947. We lived on Hallow, my father and I."
    (tmp_path / "documents" / "hallow.txt").write_text(told, encoding="utf-8")
    model = saying("The ferry to Hallow stopped in 1947. We lived on Hallow, my father and I.")
    assistant = Assistant.open(tmp_path / "documents", tmp_path / "index", model)
    answer = assistant.ask("When did the ferry to Hallow stop?")
    assert [(s.text, s.status) for s in answer.statements] == [
        ("The ferry to Hallow stopped in 1947.", "quoted"),
        ("We lived on Hallow, my father and I.", "quoted"),
    ]


HARROW = """# The tower of Harrow

The tower of Harrow carries fifty marks of masons. There are nineteen of these on the bell frame.
The tower of Harrow was roofed with lead in 1911. How long did the roof of the tower last?
Eighty years in the tower of Harrow.
"""
MARKS = "The tower of Harrow carries fifty marks of masons."
ROOF = "The tower of Harrow was roofed with lead in 1911."
NINETEEN = "There are nineteen of these on the bell frame."


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"{MARKS} {NINETEEN}", [(MARKS, "supported"), (NINETEEN, "supported")]),
        (f"{ROOF} {NINETEEN}", [(ROOF, "supported"), (MARKS, "quoted"), (NINETEEN, "quoted")]),
        (f"{ROOF} Eighty years in the tower of Harrow.", [(ROOF, "supported")]),
    ],
)
def test_what_leans_on_the_sentence_before_is_the_models_only_right_behind_it(
    tmp_path: Path, said: str, shown: list[tuple[str, str]]
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "tower.md").write_text(HARROW, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "documents", tmp_path / "index", saying(said))
    answer = assistant.ask("Tell me about the marks on the bell frame in the tower of Harrow.")
    told = [(s.text, s.status) for s in answer.statements]
    assert told[: len(shown)] == shown
    assert all(status == "quoted" for _, status in told[len(shown) :])


LOG = """# The log of the Osprey

3 May. The Osprey took on forty barrels of oil. 9 May. The Osprey lost one anchor in the ice.
"""
LETTER = """# A letter on the Osprey

Your notice of 3 May says that the Osprey was sold for her timber. I sailed on the Osprey as a boy.
"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (LOG, "The Osprey lost one anchor in the ice."),
        (LETTER, "Your notice of 3 May says that the Osprey was sold for her timber."),
    ],
)
def test_an_entry_without_its_date_and_a_letter_to_somebody_are_not_the_models_own(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "osprey.md").write_text(text, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "documents", tmp_path / "index", saying(said))
    answer = assistant.ask("What happened to the Osprey?")
    assert answer.statements
    assert [s.text for s in answer.statements if s.by_model] == []


FERRY = """# The Hallow ferry

The Hallow ferry carries a red lamp and a brass bell.

“The Hallow ferry is old. The Hallow ferry was never safe,” said a guest.

The Hallow ferry does not do this:

- The Hallow ferry is run on Sundays.

The Hallow ferry was sold for €500.
"""


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("The Hallow ferry carries a red lamp and a brass bell.", ["supported"]),  # "carries"?
        ("The Hallow ferry was never safe.", []),  # a guest says so
        ("The Hallow ferry is run on Sundays.", []),  # what it does not do
        ("The Hallow ferry was sold for €500.", ["supported"]),
        ("The Hallow ferry was sold for £500.", []),
    ],
)
def test_a_copy_is_shown_unless_what_stands_around_it_or_its_signs_say_otherwise(
    tmp_path: Path, said: str, shown: list[str]
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "ferry.md").write_text(FERRY, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "documents", tmp_path / "index", saying(said))
    answer = assistant.ask("Tell me about the Hallow ferry.")
    assert [s.status for s in answer.statements if s.by_model] == shown


VENTURE = "When did Brodal Works and Kestrin Bank found a venture?"
CRANE = "Brodal Works lent a crane to the Zoë Foundry."
FREE_CRANE = "There was a crane that Brodal Works lent to the Zoë Foundry."


@pytest.mark.parametrize(
    ("said", "added"),
    [
        (FREE_CRANE, [CRANE]),
        (f"{FREE_CRANE} {MOON}", [CRANE]),  # whatever else it invents
        ("The pier was one that had been built of oak.", []),  # nothing of it was asked
    ],
)
def test_quotes_alone_stand_behind_a_plain_answer(
    quarry: Assistant, said: str, added: list[str]
) -> None:
    plain = quarry.ask(VENTURE).statements
    answer = with_model(quarry, saying(said)).ask(VENTURE)
    assert answer.model == "extractive"
    assert answer.statements[: len(plain)] == plain
    assert [s.text for s in answer.statements[len(plain) :]] == added


def test_what_was_quoted_is_not_quoted_again_behind_it(quarry: Assistant) -> None:
    said = f"Church roofs are what princess slate is used to cover. {PRINCESS}"
    answer = with_model(quarry, saying(said)).ask(QUESTION)
    assert [(s.text, s.status) for s in answer.statements] == [(PRINCESS, "supported")]


def test_a_sentence_about_the_passages_says_nothing(quarry: Assistant) -> None:
    said = f"The passage is about slate and its grades. {PRINCESS} [1]"
    answer = with_model(quarry, saying(said)).ask(QUESTION)
    assert [s.text for s in answer.statements if s.by_model] == [PRINCESS]
    assert answer.notes == ()


def test_models_are_listed_and_chosen_by_question(quarry: Assistant) -> None:
    assistant = with_model(quarry, saying(PRINCESS), models="openai:small, ollama:big")
    assert assistant.models() == ("scripted", "openai:small", "ollama:big", "extractive")
    assert assistant.ask(QUESTION).model == "scripted"
    assert assistant.ask(QUESTION, model="extractive").statements == quarry.ask(QUESTION).statements
    with pytest.raises(ModelMissing) as caught:
        assistant.ask(QUESTION, model="openai:other")
    assert str(caught.value) == (
        "'openai:other' is not a configured chat model; choose one of: "
        "scripted, openai:small, ollama:big, extractive"
    )
    assert quarry.models() == ("extractive",)


def test_the_prompt_leaves_out_the_last_passages_and_cuts_no_sentence(quarry: Assistant) -> None:
    wide, narrow = saying(PRINCESS), saying(PRINCESS)
    with_model(quarry, wide).ask(QUESTION)
    with_model(quarry, narrow, model_window=600, model_answer_tokens=64).ask(QUESTION)
    all_lines = wide.heard[0].splitlines()
    kept = narrow.heard[0].splitlines()
    assert len(kept) < len(all_lines)
    assert [line for line in kept if line not in all_lines] == []
    assert narrow.heard[0].endswith(f"Question: {QUESTION}")


def test_a_follow_up_reaches_the_model_as_a_question_that_stands_alone(quarry: Assistant) -> None:
    model = saying("Brodal Works lent a crane to the Zoë Foundry [1].")
    history = (Turn("user", "What did Brodal Works found?"), Turn("assistant", "A venture."))
    answer = with_model(quarry, model).ask("Who did it lend a crane to?", history)
    assert model.heard[0].endswith("Question: Who did Brodal Works lend a crane to?")
    assert answer.text == "Brodal Works lent a crane to the Zoë Foundry."


def test_counts_of_a_model_of_its_own_decide_what_fits(quarry: Assistant) -> None:
    model = saying(PRINCESS)
    model.custom_get_token_ids = lambda text: [0] * (40 * len(text))
    answer = with_model(quarry, model).ask(QUESTION)
    assert model.heard == []
    assert " ".join(answer.notes) == (
        "No passage fits the window of the chat model scripted; raise ASSISTANT_MODEL_WINDOW. "
        "The answer is quoted instead."
    )


def test_an_error_of_an_unknown_class_is_one_sentence(quarry: Assistant) -> None:
    def fail(_: str) -> str:
        raise RuntimeError("key sk-very-secret")

    answer = with_model(quarry, Scripted(say=fail, heard=[])).ask(QUESTION)
    assert answer.statements == quarry.ask(QUESTION).statements
    assert " ".join(answer.notes) == (
        "The chat model scripted failed (RuntimeError); ask again, or choose another one. "
        "The answer is quoted instead."
    )


def test_a_line_that_a_list_completes_is_no_sentence_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "pill.md").write_text(
        "# Velostin\n\nVelostin is a pill against motion sickness.\n\n"
        "Do not take Velostin\n\n- if you are allergic to eggs;\n- if you are under twelve.\n",
        encoding="utf-8",
    )
    said = "Do not take Velostin. Velostin is a pill against motion sickness."
    assistant = Assistant.open([str(tmp_path / "documents")], tmp_path / "index", saying(said))
    answer = assistant.ask("What is Velostin?")
    by_model = [s.text for s in answer.statements if s.by_model]
    assert by_model == ["Velostin is a pill against motion sickness."]
