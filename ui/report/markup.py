"""HTML and SVG made of elements, so that no text of a document or question can become markup."""

from __future__ import annotations

from html import escape


class Markup(str):
    """Text that is markup already; only ``element`` and ``join`` make it."""

    __slots__ = ()


Child = Markup | str | None
Attribute = str | float | bool | None

VOID = frozenset({"br", "circle", "input", "line", "meta", "path", "polyline", "rect"})


def element(kind: str, /, *children: Child, **attributes: Attribute) -> Markup:
    """One element. Text children and attribute values are escaped; ``class_`` is ``class``.

    An attribute that is None or False is left out; underscores in names become hyphens.

    >>> element("p", "1 < 2", element("b", "x"), class_="a")
    '<p class="a">1 &lt; 2<b>x</b></p>'
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items())
    if kind in VOID and not children:
        return Markup(f"<{kind}{said}>" if kind in ("br", "input", "meta") else f"<{kind}{said}/>")
    return Markup(f"<{kind}{said}>{join(*children)}</{kind}>")


def join(*children: Child) -> Markup:
    """The children one after the other; text is escaped, None is nothing.

    >>> join("a & b", None, element("i"))
    'a &amp; b<i></i>'
    """
    return Markup(
        "".join(
            child if isinstance(child, Markup) else _text(child)
            for child in children
            if child is not None
        )
    )


def _text(text: str) -> str:
    # Half a surrogate pair could not be written as UTF-8, a NUL ends the page for some readers.
    written = text.encode("utf-8", errors="replace").decode("utf-8").replace("\0", "\ufffd")
    return escape(written)


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    shown = f"{value:g}" if isinstance(value, float) else _text(str(value))
    return f' {name}="{shown}"'
