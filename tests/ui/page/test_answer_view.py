"""An answer as the page draws it, and as it is copied and saved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.answer import Answer
from tests.ui import samples
from ui import messages
from ui.page.answer_view import answer_view
from ui.page.keeping import export
from ui.page.sourced_markdown import escape

HASH = "ab" * 32
TABLE = """**What do ferries carry?**

| About | What the documents say |
| --- | --- |
| Ferries | They carry mail \\| post. [1] |
| Trains | The documents say nothing of it. |

Low confidence: check the sources

Sources:

- [1] “Ferries carry mail.”
  Ferries › Cargo › Heavy (a b/ferries.md, characters 10–29, SHA-256 {hash})
"""


def test_a_statement_keeps_its_focus_its_status_and_its_numbers() -> None:
    view = answer_view(samples.SENTENCE)
    (block,) = view["blocks"]
    assert block["statements"] == [
        {
            "parts": [("Ferries carry ", False), ("mail", True), (".", False)],
            "kind": "sentence",
            "status": "quoted",
            "label": None,
            "cites": [1],
        },
        {
            "parts": [("Ropes are tied.", False)],
            "kind": "sentence",
            "status": "quoted",
            "label": None,
            "cites": [2, 1],
        },
    ]
    assert view["checked"] == "2 of 2 quoted word for word."
    assert view["sure"] == {"level": "high", "text": "High confidence"}
    assert view["notes"] == ["Read <old> notes."]


def test_a_source_has_its_exact_quote_and_one_to_read() -> None:
    source = answer_view(samples.SENTENCE)["sources"][1]
    assert source == {
        "n": 2,
        "document": "ropes_(old).md",
        "title": "Ferries",
        "heading": ["Cargo", "Heavy"],
        "page": 3,
        "start": 0,
        "end": 17,
        "quote": "Ropes are *tied*.",
        "shown": "Ropes are tied.",
        "sha256": HASH,
        "h": HASH[:12],
    }


@pytest.mark.parametrize(
    ("answer", "forms"),
    [
        (samples.SENTENCE, [("paragraph", None, 2)]),
        (samples.LIST, [("paragraph", None, 1), ("items", None, 2)]),
        (samples.TABLE, [("table", None, 2)]),
        (samples.GROUPS, [("items", "Cargo", 1), ("items", "Crew", 1)]),
    ],
)
def test_every_shape_has_its_form(answer: Answer, forms: list[tuple[str, str | None, int]]) -> None:
    blocks = answer_view(answer)["blocks"]
    assert [(b["form"], b["label"], len(b["statements"])) for b in blocks] == forms


def test_a_passage_that_a_refusal_cites_is_not_listed_a_second_time() -> None:
    cited = samples.citation("ferries.md", 15, "Ferries carry **mail** .")
    elsewhere = samples.citation("ropes.md", 15, "Ferries carry **mail** .")
    near = [
        answer_view(
            samples.answer(
                samples.statement("The cargo is described.", "frame", place),
                outcome="not_answered",
                passages=(samples.PASSAGE,),
            )
        )
        for place in (cited, elsewhere)
    ]
    assert [[p["n"] for p in view["closest"]] for view in near] == [[], [2]]
    assert [len(view["passages"]) for view in near] == [1, 1]


def test_a_refusal_says_which_and_numbers_the_closest_passages() -> None:
    near, far = answer_view(samples.NOT_ANSWERED), answer_view(samples.NOT_COVERED)
    assert (near["heading"], far["heading"]) == (
        messages.REFUSED["not_answered"],
        messages.REFUSED["not_covered"],
    )
    assert [(p["n"], p["document"], p["excerpt"]) for p in near["closest"]] == [
        (1, "ferries.md", "Ferries carry mail .")
    ]
    assert (near["sure"], near["checked"], far["closest"]) == (None, "", [])


def test_unsupported_sentences_are_shown_only_where_asked_for_and_counted() -> None:
    hidden = answer_view(samples.UNSUPPORTED)
    shown = answer_view(samples.UNSUPPORTED, show_unsupported=True)
    assert hidden["checked"] == "1 of 1 quoted word for word."
    assert shown["checked"] == "1 of 2 quoted word for word, 1 of 2 not supported."
    assert "~~They fly.~~ (not supported by what it cites) [1]" in shown["markdown"]
    assert "fly" not in hidden["markdown"]


def test_a_copied_answer_holds_every_quote_with_its_place_and_hash() -> None:
    assert answer_view(samples.TABLE)["markdown"] == TABLE.format(hash=HASH)


@given(st.text(st.sampled_from("ab1 *_`[]()<>!&|#~$\\.-+=\n\u202e"), max_size=40))
def test_escaped_text_is_one_paragraph_that_reads_as_it_was(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape(text))
    inline = [token for token in tokens if token.type == "inline"]
    children = [child for token in inline for child in token.children or []]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in children} <= {"text", "text_special"}
    shown = "".join(child.content for child in children)
    assert shown == " ".join(text.replace("\u202e", "").split())


def test_a_saved_conversation_needs_nothing_and_runs_nothing() -> None:
    image = samples.citation("<b>.md", 0, "<img src=//x>")
    hostile = samples.answer(
        samples.statement("<script>x</script>", "item", image, label="{a}"),
        shape="groups",
        notes=("</section>",),
    )
    views = [answer_view(hostile), answer_view(samples.NOT_ANSWERED), answer_view(samples.TABLE)]
    saved = export("What <i>?", views, as_html=True)
    text = saved["text"]
    assert saved["name"] == "conversation.html"
    assert "default-src 'none'" in text
    planted = ("<script", "<img", "<b>", "<i>", "http:", "https:")
    assert [tag for tag in planted if tag in text] == []
    assert "<blockquote>&lt;img src=//x&gt;</blockquote>" in text
    assert f"&lt;b&gt;.md, characters 0–13, SHA-256 {HASH}" in text
    assert '<a href="#s1-1">[1]</a>' in text
    assert '<li id="s1-1" value="1">' in text
    assert text.count("<section>") == 3


def test_a_conversation_saved_as_markdown_holds_all_turns() -> None:
    views = [answer_view(samples.SENTENCE), answer_view(samples.LIST)]
    text = export("Ferries *", views, as_html=False)["text"]
    assert text.startswith("# Ferries \\*\n\nSaved ")
    assert text.count("**What do ferries carry?**") == 2
    assert "- **Crew:** ropes [2]" in text
