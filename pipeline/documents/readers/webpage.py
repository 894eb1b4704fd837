"""An HTML page becomes its main text: no scripts, no navigation, one line a block, tables as lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.documents.readers.markup import Lines
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = ("script", "style", "noscript", "nav", "button", "iframe", "svg", "template", "select", "object", "embed")
# These may hold the substance too: a page in one <form>, a title in <header>. Dropped where they hold little.
_SUSPECT = frozenset(("header", "footer", "aside", "form"))
_FURNITURE = compiled(
    r"(?:^|[-_ '\[])(?:nav|navbar|menu|footer|foot|header|sidebar|breadcrumb|crumbs?|share|copyright"
    r"|toolbar|pager)(?:$|[-_ '\],])",
    re.I,
)
_HIDDEN = compiled(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LISTS = frozenset(("ul", "ol", "dl", "div", "table", "section"))
_WHOLE = frozenset(("p", "ul", "ol", "dl", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))
_ROWS = frozenset(("table", "tbody", "thead", "tfoot", "tr", "td", "th"))
# 「2020-03-12 09:30 来源：… 浏览次数：12 【打印】」: a line of the site beside the text
_SITE = compiled(
    r"[\s\d:：\-/.年月日]*(?:[【\[]?(?:打印|关闭|字号|字体|分享|收藏|大\s)|设为首页|加入收藏|无障碍|长者|(?:信息)?来源|发布(?:时间|日期|机构)|浏览|点击|阅读(?:次|量)"
    r"|索\s*引\s*号|当前位置|您(?:的|现在|当前).{0,4}位置|版权|copyright|©|主办[:：单]|承办[:：单]|网站|首页|责任编辑|[上下]一[篇条]"
    r"|扫一扫|相关(?:链接|阅读|新闻|文章|推荐)|返回|登录|注册|客服|二维码|\w{0,3}ICP备|[稿文]件?来源|时间[:：]\s*\d)",
    re.I,
)
_ENCODING = compiled(r"^\s*<\?xml[^>]*\?>")


def main_text(markup: str) -> str:
    r"""Return the main text of a page.

    >>> main_text("<nav>首页</nav><h1>会议纪要</h1><p>一、讨论<b>《办法》</b></p>")
    '会议纪要\n一、讨论《办法》'
    """
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(_ENCODING.sub("", markup).encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing in it
        return ""
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        # 「<font><font>…」 left open thousands of times: the parser stops there, and what follows would be lost
        return Lines().of_source(markup)
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    body = root.find("body")
    body = root if body is None else body
    shown = _squeezed(body)
    _drop_furniture(root)
    main = _densest(body)
    text = Lines().of(main)
    if not text.strip():  # a page of nothing but what looks like furniture
        return Lines().of_source(markup)
    title = _title(root, main, shown)
    return f"{title}\n{text}" if title else text


@dataclass(slots=True)
class _Size:
    """What an element holds: characters, those of them in links, links, and whether a heading is among it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    headed: bool = False

    @property
    def prose(self) -> int:
        """The characters outside links."""
        return self.text - self.linked


def _measure(root: HtmlElement) -> dict[HtmlElement, _Size]:
    """Measure every element from its children, without a descent for each."""
    from lxml import etree

    sizes: dict[HtmlElement, _Size] = {}
    for _, element in etree.iterwalk(root, events=("end",)):
        size = _Size(text=_length(element.text), headed=element.tag == "h1")
        for child in element:
            inner = sizes.get(child, _Size())
            size.text += inner.text + _length(child.tail)
            size.linked += inner.linked
            size.links += inner.links
            size.headed |= inner.headed
        if element.tag == "a":
            size.linked, size.links = size.text, 1
        sizes[element] = size
    return sizes


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _drop_furniture(root: HtmlElement) -> None:
    sizes = _measure(root)
    most = min(600, 0.4 * sizes[root].text)
    for element, size in list(sizes.items()):
        small = size.text <= most and not size.headed
        falls = _is_hidden(element) or (small and (_is_furniture(element) or _is_link_list(element, size)))
        if falls and element.getparent() is not None and element.tag not in ("body", "head"):
            element.drop_tree()


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")[:500]))


def _is_furniture(element: HtmlElement) -> bool:
    names = " ".join(element.get(name, "")[:200] for name in ("class", "id"))
    return element.tag in _SUSPECT or bool(_FURNITURE.search(names))


def _is_link_list(element: HtmlElement, size: _Size) -> bool:
    """Tell whether an element holds links and little else; a list of enclosures belongs to the document."""
    listed = element.tag in _LISTS and size.links >= 3 and size.linked >= 0.8 * size.text
    return listed and "附件" not in element.text_content()


def _densest(body: HtmlElement) -> HtmlElement:
    """Descend as long as one child holds the substance and what stands beside it is the site's."""
    sizes = _measure(body)
    current = found = body
    while True:
        children = [child for child in current if isinstance(child.tag, str)]
        loose = [current.text, *(child.tail for child in children)]
        if not children or any(_length(text) for text in loose):
            return found
        inner = max(children, key=lambda child: sizes[child].prose)
        others = [child for child in children if child is not inner]
        if inner.tag in _WHOLE or not sizes[inner].prose or not all(_is_site(other, sizes[other]) for other in others):
            return found
        current = inner
        # a table is entered where one cell is the page, and then as a whole
        found = current if current.tag not in _ROWS or current.tag in ("table", "td") else found


def _is_site(element: HtmlElement, size: _Size) -> bool:
    if size.prose == 0 and "附件" not in element.text_content():
        return True
    short = size.text <= 150 and not size.headed and element.tag not in _ROWS
    return short and bool(_SITE.match(element.text_content().strip()))


def _title(root: HtmlElement, main: HtmlElement, shown: str) -> str | None:
    """Return the title that the page itself names and shows, where the main text has lost it."""
    named = root.xpath("string(//meta[@name='ArticleTitle']/@content)") or root.xpath("string(//title)")
    title = re.split(r"[_|]|\s[-–—]\s", str(named))[0].strip()
    bare = re.sub(r"\s+", "", title)
    return title if len(bare) >= 6 and bare in shown and bare not in _squeezed(main) else None


def _squeezed(element: HtmlElement) -> str:
    return re.sub(r"\s+", "", element.text_content())
