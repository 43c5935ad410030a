"""A conversation as one HTML file that needs nothing else: every quote, its place and its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ui import messages
from ui.page.sourced_markdown import place, whereabouts

Json = dict[str, Any]
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }}
h1 {{ font-size: 1.5rem; }} h2 {{ font-size: 1.15rem; margin-top: 2.5rem; }}
h3 {{ font-size: 1rem; }}
blockquote {{ margin: 0.2rem 0; padding-left: 0.8rem; border-left: 3px solid #f59e0b; }}
.place, .made, .note {{ font-size: 0.875rem; }} .sources li {{ margin-bottom: 1rem; }}
table {{ border-collapse: collapse; }} th, td {{ border-bottom: 1px solid; padding: 0.4rem 0.8rem;
  text-align: left; vertical-align: top; }}
.refusal {{ border-left: 3px solid #b45309; padding-left: 0.8rem; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p class="made">{made}</p>
{turns}
</body>
</html>
"""


def conversation_html(title: str, made: str, views: Iterable[Json]) -> str:
    """A self-contained page of all turns; nothing in it runs or is fetched."""
    turns = "\n".join(_turn(n, view) for n, view in enumerate(views, start=1))
    return PAGE.format(title=escape(title), made=escape(made), turns=turns)


def _turn(number: int, view: Json) -> str:
    lines = [f"<section>\n<h2>{escape(view['question'])}</h2>"]
    if view["heading"]:
        lines.append(f'<p class="refusal"><strong>{escape(view["heading"])}</strong></p>')
    lines += [_block(number, block) for block in view["blocks"]]
    lines += [f'<p class="note">{messages.NOTE}: {escape(note)}</p>' for note in view["notes"]]
    if view["sure"]:
        lines.append(f'<p class="note">{escape(view["sure"]["text"])}</p>')
    lines += _sources(number, view)
    return "\n".join([*lines, "</section>"])


def _block(turn: int, block: Json) -> str:
    label = f"<h3>{escape(block['label'])}</h3>\n" if block["label"] else ""
    texts = [_statement(turn, statement) for statement in block["statements"]]
    if block["form"] == "table":
        rows = zip(block["statements"], texts, strict=True)
        return f"{label}<table>\n" + "\n".join(_rows(rows)) + "\n</table>"
    if block["form"] == "items":
        heads = [_head(block, statement) for statement in block["statements"]]
        items = [f"<li>{head}{text}</li>" for head, text in zip(heads, texts, strict=True)]
        return f"{label}<ul>\n" + "\n".join(items) + "\n</ul>"
    return f"{label}<p>{' '.join(texts)}</p>"


def _rows(rows: Iterable[tuple[Json, str]]) -> Iterator[str]:
    yield f"<tr><th>{messages.TABLE_SIDE}</th><th>{messages.TABLE_TEXT}</th></tr>"
    for statement, text in rows:
        yield f"<tr><th>{escape(statement['label'] or '')}</th><td>{text}</td></tr>"


def _head(block: Json, statement: Json) -> str:
    own = statement["label"] if block["label"] is None else None
    return f"<strong>{escape(own)}:</strong> " if own else ""


def _statement(turn: int, statement: Json) -> str:
    parts = (
        f"<strong>{escape(part)}</strong>" if is_focus else escape(part)
        for part, is_focus in statement["parts"]
    )
    text = "".join(parts)
    if statement["status"] == "unsupported":
        text = f"<s>{text}</s> ({messages.UNSUPPORTED})"
    return text + "".join(f' <a href="#s{turn}-{n}">[{n}]</a>' for n in statement["cites"])


def _sources(turn: int, view: Json) -> Iterator[str]:
    if view["sources"]:
        items = (
            f'<li id="s{turn}-{source["n"]}" value="{source["n"]}">'
            f"<blockquote>{escape(source['quote'])}</blockquote>"
            f'<div class="place">{escape(whereabouts(source))}<br>'
            f"{escape(place(source))}</div></li>"
            for source in view["sources"]
        )
        yield f'<h3>{messages.SOURCES}</h3>\n<ol class="sources">\n' + "\n".join(items) + "\n</ol>"
    if view["closest"]:
        items = (
            f'<li value="{passage["n"]}"><strong>{escape(whereabouts(passage))}</strong> '
            f"{escape(passage['excerpt'])}</li>"
            for passage in view["closest"]
        )
        yield f"<h3>{messages.CLOSEST_PASSAGES}</h3>\n<ol>\n" + "\n".join(items) + "\n</ol>"
