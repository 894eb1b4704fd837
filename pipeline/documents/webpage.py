"""An HTML page becomes its main text: no scripts, no navigation, one line a block, cells by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, PageElement

_DROPPED = frozenset(("script", "style", "noscript", "nav", "button", "iframe", "svg", "template", "select"))
# These may hold the substance too: a page in one <form>, a title in <header>. Dropped where they hold little.
_SUSPECT = frozenset(("header", "footer", "aside", "form"))
_FURNITURE = re.compile(
    r"(?:^|[-_ '\[])(?:nav|navbar|menu|footer|foot|header|sidebar|breadcrumb|crumbs?|share|copyright"
    r"|toolbar|pager)(?:$|[-_ '\],])",
    re.I,
)
_BLOCKS = frozenset(
    ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr", "table", "section", "article")
)
_BLOCKS |= frozenset(
    ("article", "blockquote", "pre", "dl", "dt", "dd", "br", "hr", "main", "body", "title", "center", "form")
)


_TITLES = ["h1", "h2", "h3"]


def main_text(markup: str) -> str:
    """Return the main text of a page.

    >>> main_text("<nav>首页</nav><h1>会议纪要</h1><p>一、讨论<b>《办法》</b></p>")
    '会议纪要\\n一、讨论《办法》'
    """
    soup = BeautifulSoup(markup, "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    most = min(600, 0.4 * len(soup.get_text()))
    for tag in soup.find_all(_is_furniture):
        if not tag.decomposed and len(tag.get_text()) <= most and tag.find("h1") is None:
            tag.decompose()
    body = soup.body or soup
    return "\n".join(_lines(_densest(body)))


def _is_furniture(tag: Tag) -> bool:
    if tag.name in _SUSPECT:
        return True
    names = " ".join(str(tag[name]) for name in ("class", "id") if tag.has_attr(name))
    return tag.name not in ("body", "html") and bool(_FURNITURE.search(names))


def _densest(body: Tag) -> Tag:
    """Descend to the smallest element that still holds nearly all of the prose."""
    total = _prose(body)
    current = body
    while total:
        children = current.find_all(True, recursive=False)
        inner = [child for child in children if _prose(child) >= 0.9 * total]
        if len(inner) != 1 or inner[0].name in ("table", "tbody", "p", "ul", "ol", "tr"):
            break
        # a title may stand beside the element with the prose
        if any(child is not inner[0] and (child.name in _TITLES or child.find(_TITLES)) for child in children):
            break
        current = inner[0]
    return current


def _prose(tag: Tag) -> int:
    linked = sum(len(link.get_text()) for link in tag.find_all("a"))
    return max(0, len(tag.get_text().strip()) - linked)


def _lines(root: Tag) -> Iterator[str]:
    line = ""
    for piece in _pieces(root):
        if piece == "\n":
            if line.strip():
                yield line.strip("\r\n ")
            line = ""
        else:
            line += piece
    if line.strip():
        yield line.strip("\r\n ")


def _pieces(node: PageElement) -> Iterator[str]:
    if isinstance(node, Comment | Doctype):
        return
    if isinstance(node, NavigableString):
        yield re.sub(r"[ \t\r\n]+", " ", str(node)) if str(node).strip() else ""
        return
    if not isinstance(node, Tag):
        return
    if node.name == "tr":
        cells = node.find_all(["td", "th"], recursive=False)
        yield "\n"
        yield "\t".join("".join(_pieces(cell)).strip().replace("\n", " ") for cell in cells)
        yield "\n"
        return
    block = node.name in _BLOCKS
    if block:
        yield "\n"
    for child in node.children:
        yield from _pieces(child)
    if block:
        yield "\n"
