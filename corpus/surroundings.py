"""What surrounds the content of a web page: navigation, banners, scripts, notices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corpus.archive import local

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER = frozenset(
    "script style noscript template head svg math iframe object embed applet canvas audio video "
    "map button input select textarea datalist progress meter nav dialog link meta".split()
)
_AROUND = frozenset({"footer", "aside", "header"})
_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar dialog alertdialog toolbar "
    "tablist".split()
)
_CLASS = re.compile(
    r"(?:site-?|page-?|main-?|top-?|side-?|global-?)?(?:nav(?:bar|igation)?|menu|breadcrumbs?|sidebar"
    r"|footer|header|masthead|toolbar)"
    r"|cookies?(?:-.*)?|consent(?:-.*)?|adverts?(?:-.*)?|advertisement|ads?|share|sharing|social(?:-.*)?"
    r"|skip(?:-?(?:link|nav|to-.*))?|pagination|pager|popup|modal|newsletter|subscribe|toc"
    r"|mw-editsection|footnote-(?:ref|back)|reference|noprint|screen-reader-text|visually-hidden|sr-only",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CONTAINERS = frozenset("div section ul ol p span a form nav aside header footer small sup".split())
_FOOTNOTE_ROLES = frozenset({"doc-noteref", "doc-backlink"})
_MIN_SHARE = 0.25
_MAX_CLASS_SHARE = 0.4


def main_content(page: HtmlElement) -> HtmlElement:
    """The element that holds what the page is about: ``main``, a lone article, or the body.

    One that holds less than a quarter of the page's words is not believed.
    """
    body: Any = page.find("body")
    body = page if body is None else body
    found: list[Any] = [*body.iter("main"), *body.xpath(".//*[@role='main']")]
    articles = list(body.iter("article"))
    found += articles if len(articles) == 1 else []
    n_body = _n_chars(body)
    return next((item for item in found if _n_chars(item) >= _MIN_SHARE * n_body), body)


def without_surroundings(root: HtmlElement) -> HtmlElement:
    """``root`` without scripts, hidden parts, navigation and what stands around a text.

    What holds a top heading, the content of the page or a good part of its words is never taken
    for its surroundings. The tree is changed in place.
    """
    n_root = _n_chars(root)
    for element in list(root.iterdescendants()):
        name = local(element)
        is_unseen = not name or name in _NEVER or _is_hidden(element)
        if is_unseen or _is_around(element, name, n_root):
            _drop(element)
    return root


def _is_hidden(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _is_around(element: HtmlElement, name: str, n_root: int) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    is_named = name in _CONTAINERS and any(_CLASS.fullmatch(word) for word in names)
    has_role = element.get("role") in _ROLES
    if element.get("role") in _FOOTNOTE_ROLES:
        return True
    if not (is_named or has_role or name in _AROUND):
        return False
    if next(element.iter("main", "h1"), None) is not None:
        return False
    if name in ("header", "footer") and _is_of_article(element) and not (is_named or has_role):
        return False
    return _n_chars(element) <= _MAX_CLASS_SHARE * n_root


def _is_of_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("article", "section", "blockquote"), None) is not None


def _n_chars(element: HtmlElement) -> int:
    """The characters of an element that a reader may see."""
    n = 0
    for text in element.xpath(".//text()[not(ancestor::script or ancestor::style)]"):
        n += len(text.strip())
    return n


def _drop(element: HtmlElement) -> None:
    """Take an element out; the text behind it stays."""
    parent: Any = element.getparent()
    if parent is None:
        return
    tail = element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
