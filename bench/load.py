"""How fast the chat starts, and how it bears many users at once.

``python -m bench.load [--users 20] [--questions 5] [--corpus PATH]``
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import tempfile
import threading
import time
from pathlib import Path

from bench.chatting import KEY, Chat, browsing, chatting

SEARCHED = "partnership"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--questions", type=int, default=5, help="of each user, one by one")
    parser.add_argument("--corpus", help="default: the shipped corpus")
    given = parser.parse_args()
    flags = ("--corpus", given.corpus) if given.corpus else ()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        with chatting(folder, *flags) as chat:
            chat.wait()
        with chatting(folder, *flags) as chat:
            report = {"second start": seconds_of_start(chat)}
        with chatting(folder, *flags) as chat:
            chat.wait()
            report["users at once"] = load(chat, given.users, given.questions)
    print(json.dumps(report, indent=1))


def seconds_of_start(chat: Chat) -> dict[str, float]:
    """From the command to a page that takes a question, to readiness and to an answer.

    The browser is up already and asks for the page until the server replies.
    """
    with browsing() as browser:
        page = browser.new_page()
        chat.wait(ready=False)
        page.goto(chat.url)
        box = page.locator("#question textarea")
        box.fill("What are strategic partnerships?")
        usable = chat.age
        box.press("Enter")
        page.wait_for_selector("#conversation .toolbar")
        answered = chat.age
    return {"usable page": round(usable, 2), "first answer": round(answered, 2)}


def load(chat: Chat, n_users: int, n_questions: int) -> dict[str, float]:
    """Every user asks, reads the answer, asks the next at once; what came of it."""
    questions = questions_about(chat)
    seconds: list[float] = []
    errors: list[str] = []

    def use(number: int) -> None:
        chance = random.Random(number)
        conversation = None
        for turn in range(n_questions):
            began = time.perf_counter()
            body = {
                "key": f"{number:064x}",
                "question": chance.choice(questions),
                "conversation": conversation,
                "turn": turn,
            }
            lines = chat.post("page/ask", body)
            seconds.append(time.perf_counter() - began)
            errors.extend(line["error"] for line in lines if "error" in line)
            conversation = lines[-1].get("kept", {}).get("conversation")

    users = [threading.Thread(target=use, args=(number,)) for number in range(n_users)]
    began = time.perf_counter()
    for user in users:
        user.start()
    for user in users:
        user.join()
    took = time.perf_counter() - began
    return {
        "users": n_users,
        "answers": len(seconds),
        "errors": len(errors) + n_users * n_questions - len(seconds),
        "p50 s": round(statistics.median(seconds), 2),
        "p95 s": round(statistics.quantiles(seconds, n=20)[-1], 2),
        "longest s": round(max(seconds), 2),
        "answers a second": round(len(seconds) / took, 1),
        "peak MB": round(chat.peak_mb()),
    }


def questions_about(chat: Chat) -> list[str]:
    """Questions about the headings that a search finds."""
    (found,) = chat.post("page/search", {"key": KEY, "query": SEARCHED})
    names = {p["heading"][-1] for p in found["passages"] if p["heading"]}
    names |= {p["title"] for p in found["passages"]}
    forms = ("Tell me about {}", "What is {}?", "Who is part of {}?", "When did {} begin?")
    return [form.format(name) for name in sorted(names) for form in forms]


if __name__ == "__main__":
    main()
