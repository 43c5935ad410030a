"""The form asked for, in the many ways people put it: texts of no collection that is shipped."""

from __future__ import annotations

import pytest

from assistant.forms import read_form
from assistant.phrasing import Phrasing, read_phrasing
from assistant.question import read_question

TABLE = """
Compare the dahlia and the peony
compare dahlias with peonies
Could you please compare oak and ash for me?
compare and contrast the morning shift and the night shift
What's the difference between a weir and a sluice?
whats the diff between oak & ash
difference between term loans and overdrafts
What are the main differences between the Vela 2 and the Vela 3?
How do the Vela 2 and the Vela 3 differ?
how does sourdough differ from rye
How is the Dorran kiln different from the Pell kiln?
In what ways do Marten and Stoat differ in price?
how do marten and stoat compare
How does Marten compare to Stoat?
Marten vs Stoat
marten versus stoat on battery life
height of the north tower vs the south tower
the price of Marten compared with Stoat
Marten compared to Stoat, please
What distinguishes rye flour from spelt flour?
what sets Dorran apart from Pell?
What makes the night shift different from the morning shift?
What do Ana, Ben and Cleo each do?
What do the treasurer, the secretary and the chair each do?
What did Hanna Brook and Otto Lind each contribute to the survey?
What did Hanna Brook contribute, and what did Otto Lind?
What did Dorran invest and what did Pell get in return?
Which is taller, the north tower or the south tower?
which is older: Dorran or Pell
who is older Hanna or Otto
Who has more experience, Hanna Brook or Otto Lind?
Dorran or Pell: which is cheaper?
Which of Marten and Stoat is heavier?
I'd like a comparison of rye and spelt
can i get a side by side comparison of rye and spelt?
give me a table comparing rye and spelt
Please put Dorran and Pell side by side.
Hi! I was wondering how Dorran and Pell differ.
do you know what the difference between a kiln and an oven is
What do rye and spelt have in common?
Can you tell me the differences between the old and the new contract?
compare the wages in the mill and the foundry
Compare rye, spelt and barley in terms of gluten
Compare Hanna's and Otto's roles
similarities between stoats and martens
contrast the two-year plan with the five-year plan
How do rye and spelt compare in terms of taste?
In one sentence, what is the difference between rye and spelt?
what is the difference in weight between Marten and Stoat
"""
GROUPS = """
Tell me about Hanna Brook
tell me abt hanna brook
tell me what you know about the Dorran kiln
Tell me everything about the Dorran kiln.
Could you tell me a bit about the Dorran kiln, please?
What do you know about Otto Lind?
what can you tell me about Otto Lind?
What does the text say about the Dorran kiln?
what do the documents say about parental leave
What is said about Otto Lind?
what is known about the Dorran kiln
What's written about Pell in the documents?
any info on the Dorran kiln?
information about parental leave
I'm looking for information on parental leave.
I want to know more about Otto Lind
I'd like to learn something about the Dorran kiln
do you have anything on Otto Lind?
Is there anything about parental leave?
give me some background on Dorran
show me all details on the Dorran kiln
Who is Otto Lind and what did he do?
describe Otto Lind
Please describe the Dorran kiln briefly
Give me an outline of the Dorran kiln
a short profile of Hanna Brook please
What about Otto Lind?
Hi there, quick question: what do you know about Pell?
What have you got on Dorran?
Let's talk about Otto Lind
everything about Pell
everything you know about Pell
Sorry, could you maybe tell me something about Otto Lind?
"""
LIST = """
What are the causes of rust?
what were the reasons for the strike
List the duties of the treasurer
list all tools of the trade
please list the members of the committee
Can you list everything the cook needs?
Name three tools of the mason
name two risks of the plan
Give me four examples of hardwood
give me a list of the suppliers
I need a list of all suppliers
Could you give me the names of the suppliers?
Which suppliers deliver flour?
which rivers flow through Tarn
What steps are needed to fire the kiln?
What kinds of glaze are used?
what types of leave are there
Which of the rooms have windows?
Reasons for the delay
the duties of the treasurer
steps to fire a kiln
Who are the members of the board?
who were the founders of the guild
What are some advantages of rye?
what are common mistakes in glazing
What are Hanna Brook's achievements?
What benefits do employees get?
what ingredients do i need for the soup
Tell me the causes of the strike
I'd like to know the causes of the strike
do you know which suppliers deliver flour
Can you tell me what the causes of the strike were?
What does the inspection cover?
What is included in the price?
What is the glaze made of?
enumerate the stages of firing
mention any three advantages of rye
identify the main risks of the plan
what risks does the plan have?
State two reasons why the dam failed
Show me the rules for visitors
What obligations do tenants have?
Hanna Brook's publications
according to the documents, what are the causes of rust?
What are the causes of rust, as bullet points?
Briefly, what are the duties of the treasurer?
which plans were dropped
Who are the suppliers?
"""
SENTENCE = """
When was the kiln built?
do you know when the kiln was built
Could you please tell me when the kiln was built?
I'd like to know who founded the guild
Who is Hanna Brook?
who was Otto Lind, in short?
who's Hanna Brook
Who founded the guild?
who is the chair of the board?
what is rye
What is a sluice?
In one sentence, what is a sluice?
briefly explain what a sluice is
Explain how the kiln works
can you explain why the dam failed
How hot must the oven be?
how many people work at Pell?
How long does the dough have to rest?
how much does the annual ticket cost
where is the office
What year did the guild begin?
Is the kiln older than the mill?
is there parking?
Does the handbook mention who approves travel?
What does the text say about how the dam failed?
I was wondering if the kiln was ever repaired
why
What happened in 1911?
what happens if I am late
What did the sailors use as a table?
Whom do I call when the boiler fails?
how do i reset the pump
How does the pump work?
What is the height of the north tower?
the height of the north tower
Can you tell me the height of the north tower?
What was the outcome of the strike?
What colour is the glaze?
which act governs the guild
What process turns milk into cheese?
What is the purpose of the weir?
how many more tickets were sold compared to last year?
At what temperature does the glaze melt?
What did Hanna Brook do in 1911 and why?
How is rust removed from iron?
What does the treasurer do?
who takes minutes
Thanks! And who takes the minutes?
What is the guild's motto?
Does rye contain gluten?
What is the notice period, please?
My question is: who signs the lease?
"""


def _cases() -> list[tuple[str, str]]:
    groups = {"table": TABLE, "groups": GROUPS, "list": LIST, "sentence": SENTENCE}
    return [(form, line) for form, lines in groups.items() for line in lines.split("\n") if line]


@pytest.mark.parametrize(("form", "typed"), _cases())
def test_the_form_asked_for_is_recognised_however_it_is_put(form: str, typed: str) -> None:
    assert read_form(read_question(read_phrasing(typed).text)).kind == form


@pytest.mark.parametrize(
    ("typed", "phrasing"),
    [
        ("could you please tell me when the kiln was built?", Phrasing("when was the kiln built?")),
        ("do you know if the kiln was insured", Phrasing("was the kiln insured")),
        ("I'd like to know how tall the tower is.", Phrasing("how tall is the tower.")),
        ("tell me what happened in 1911", Phrasing("what happened in 1911")),
        (
            "tell me about how the kiln that Pell sold was mended",
            Phrasing("how was the kiln that Pell sold mended"),
        ),
        ("Hi! quick question: who won?", Phrasing("who won?")),
        ("give me a list of all the suppliers, thanks", Phrasing("list suppliers")),
        ("info on Pell please", Phrasing("tell me about Pell")),
        ("what is rye, in one sentence?", Phrasing("what is rye?", "shorter")),
        ("in a nutshell, what is rye?", Phrasing("what is rye?", "shorter")),
        ("the suppliers of Pell as a table please", Phrasing("the suppliers of Pell", "table")),
        ("Who leads what? As bullet points.", Phrasing("Who leads what?", "list")),
        ("according to the documents, who won?", Phrasing("who won?")),
        ("According to Locke, what is a right?", Phrasing("According to Locke, what is a right?")),
        ("What served as a table?", Phrasing("What served as a table?")),
        ("well water is drawn how?", Phrasing("well water is drawn how?")),
        ("Which towers did Una have a hand in?", Phrasing("Which towers did Una take part in?")),
        ("every deal that Pell has a hand in", Phrasing("every deal that Pell takes part in")),
        ("What has she in her hand?", Phrasing("What has she in her hand?")),
        ("thanks", Phrasing("thanks")),
        ("Thanks a lot!", Phrasing("Thanks a lot!")),
        ("Thanks a lot! And who won?", Phrasing("And who won?")),
        ("?!", Phrasing("?!")),
    ],
)
def test_what_is_asked_stays_and_what_stands_around_it_goes(typed: str, phrasing: Phrasing) -> None:
    assert read_phrasing(typed) == phrasing


@pytest.mark.parametrize(("form", "typed"), _cases())
def test_a_request_in_its_plain_words_is_plain_already(form: str, typed: str) -> None:
    plain = read_phrasing(typed).text
    assert read_phrasing(plain).text == plain
