"""An HTML page becomes its main text: no scripts, no navigation, one line a block, cells by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, Doctype, NavigableString, PageElement

_DROPPED = [
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "iframe",
    "svg",
    "template",
    "select",
]
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|footer|foot|header|sidebar|breadcrumb|crumbs?|share|copyright"
    r"|toolbar|pager)(?:$|[-_ ])",
    re.I,
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "section",
        "article",
        "blockquote",
        "pre",
        "dl",
        "dt",
        "dd",
        "br",
        "hr",
        "main",
        "body",
        "title",
        "center",
    ]
)


def main_text(markup: str) -> str:
    """Return the main text of a page.

    >>> main_text("<nav>首页</nav><h1>会议纪要</h1><p>一、讨论<b>《办法》</b></p>")
    '会议纪要\\n一、讨论《办法》'
    """
    soup = BeautifulSoup(markup, "lxml")
    for tag in soup.find_all(_DROPPED):
        tag.decompose()
    for tag in soup.find_all(_is_furniture):
        if not tag.decomposed and len(tag.get_text()) < 600:
            tag.decompose()
    body = soup.body or soup
    return "\n".join(_lines(_densest(body)))


def _is_furniture(tag: Tag) -> bool:
    names = (
        " ".join([*(tag.get_attribute_list("class")), *(tag.get_attribute_list("id"))] if tag.attrs else [])
        if tag.attrs
        else ""
    )
    return tag.name not in ("body", "html") and bool(names) and bool(_FURNITURE.search(names))


def _densest(body: Tag) -> Tag:
    """Descend to the smallest element that still holds nearly all of the prose."""
    total = _prose(body)
    current = body
    while total:
        inner = [child for child in current.find_all(True, recursive=False) if _prose(child) >= 0.9 * total]
        if len(inner) != 1 or inner[0].name in ("table", "tbody", "p", "ul", "ol", "tr"):
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
