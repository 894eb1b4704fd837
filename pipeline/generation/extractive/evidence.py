"""Weighing wording against wording: how much of a question's topic a title, a point or a sentence holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.generation.draft import Quote
from pipeline.generation.duty_labels import labels_apart
from pipeline.generation.meeting_words import numbered
from pipeline.generation.understanding.topic import words
from pipeline.generation.wording import names_body
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.minutes import Document, Item, Point
    from pipeline.retrieval.catalogue import Entry

PADDING = compiled(r"(?<=[一-鿿])[ \t　]+(?=[一-鿿])")
GAP = compiled(r"(?<=\S)(?:[ 　]{2,}|[ 　]*\t[ \t　]*)(?=\S)")
ROW = compiled(
    r"^(?=[^\n]*[^\s]{6})[ \t　]*\d{1,3}[.、．]?(?:(?:[ 　]{2,}|[ 　]*\t[ \t　]*)[^\s]+(?: [^\s]+)*){3,}[ \t　]*$",
    re.MULTILINE,
)
"""A numbered row of a table without lines: 1  新增充电端口  市住建局  年底; names in columns have no cell so long."""
BAR = r"[|｜┃│]"
BETWEEN_ROWS = compiled(rf"(?<=[^\s；;。|｜┃│])[ \t　]*\n(?=[ \t　]*[0-9①-⑳]{{1,3}}[ \t　]*{BAR})")
"""Between two rows of a table with bars inside alone, each with its number."""
LISTED = compiled(r"^(?:[●○•·▪■□◆◇▲△★☆➢➤✓√]|[—–]{1,2})[ \t　]*(?=[\w《“（])")
"""The mark that opens an entry of a list: it is no part of what the entry says."""
COMMON = frozenset(
    words(
        "工作 意见 方案 实施 办法 管理 文件 通知 汇报 情况 会议 要求 关于 有关 相关 部门 单位 问题 整改 推进",
        "落实 建设 发展 政策 措施 加强 进一步 项目 全市 我市 年度 实现 企业 开展 完成 新增 全年 一共 总共 具体",
        "打算 准备 需要 去年 今年 东西 事情 时候 地方 方面 那些 这些 最后 最终 当时 后来 还要 现在 以前 咱们",
        "研究 讨论 审议 听取 学习 涉及 提到 采取 举办 组织 日期 起止 时间 数量 比例 线索 咱们",
    )
)
"""Words that say little by themselves in questions and minutes."""
COMMON_WEIGHT = 0.3
SPEAKS = compiled(r"[^，。；]{0,4}(?:提出|汇报|反映|申请|建议|上报|报告|通报了|认为|持保留)")
"""What follows a unit that speaks itself, and is given nothing."""
SENT = compiled(r"(?:报送?|上报|呈报|报请|报告|抄送|抄报|提交|反馈|送)(?:至|给|到)?$")
RULES = compiled(r"[^，。；]{0,4}(?:审|核|批|研究|同意|决定|汇总|办理|统筹|牵头|负责)")
"""What stands before a unit to which something is sent, and behind it where it has to deal with that."""
HAN = r"[^\x00-\x7f，。；：、！？“”《》（）〔〕—…　]"
SLIP = 0.5
ABBREVIATED = 0.7
PARTLY = 0.5  # share of a long word's pairs of characters that must be there for it to count in part
YEAR_WORD = compiled(r"(?<=[0-9]{4})年度?")
THOUSANDS = compiled(r"(?<=[0-9])[,，](?=[0-9]{3}(?![0-9]))")
FIGURE = compiled(r"[0-9]+(?:[.][0-9]+)?%?|[a-z][a-z0-9+]*")


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the library with its entry."""

    entry: Entry
    document: Document

    @property
    def document_id(self) -> str:
        """The id under which the library holds it."""
        return self.entry.document_id

    @property
    def stamp(self) -> str:
        """What tells it apart in an answer over several documents: 昆政纪〔2017〕4号（2017-05-24）.

        A number that names no body (第10期, 〔2024〕6号) stands behind the meeting.
        """
        number, called = self.entry.document_number or "", self.meeting
        name = number if names_body(number) else called if number in called else f"{called}{number}"
        return f"{name}（{self.entry.date}）" if self.entry.date else name

    @property
    def stamp_of_body(self) -> str:
        """The stamp for an answer over several bodies: where no number names it, the body stands before."""
        body = self.entry.issuing_body or ""
        if names_body(self.entry.document_number) or body in self.stamp:
            return self.stamp
        # 临江市河道整治指挥部 市河道整治指挥部第五次会议 says the body twice
        shared = next((size for size in range(len(body), 1, -1) if self.stamp.startswith(body[-size:])), 0)
        return body[:-shared] + self.stamp if shared else f"{body} {self.stamp}"

    @property
    def meeting(self) -> str:
        """What to call the meeting in a sentence."""
        entry = self.entry
        return numbered(entry.meeting_name, entry.meeting_number, file=entry.file) or entry.name


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a topic, each with its weight: rare ones say more."""

    weights: dict[str, float]

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(self.weights.values())

    def shares(self, text: str) -> dict[str, float]:
        """Return the words that a text holds, with 1 for the whole word and less for a part of a long one."""
        folded = fold(text)
        return {term: share for term in self.weights if (share := _share(term, folded))}

    def coverage(self, text: str, *, context: str = "", credit: float = 0.6) -> float:
        """Return how much of the topic a text holds, 0 to 1; what only its context holds counts in part.

        >>> terms = terms_of(("河道保洁",))
        >>> terms.coverage("《河道保洁办法》"), terms.coverage("《停车办法》")
        (1.0, 0.0)
        """
        if not self.weights:
            return 0.0
        here = self.shares(text)
        around = self.shares(context) if context else {}
        got = sum(
            weight * max(here.get(term, 0.0), credit * around.get(term, 0.0)) for term, weight in self.weights.items()
        )
        return round(got / self.total, 6)

    def without(self, text: str) -> Terms:
        """Return the words that a text does not hold."""
        held = self.shares(text)
        return Terms({term: weight for term, weight in self.weights.items() if term not in held})

    def core(self, stamp: str) -> Terms:
        """Return the words to be looked for in the text itself: no figures, nothing that the stamp says anyway."""
        held = self.shares(stamp)
        kept = {w: weight for w, weight in self.weights.items() if held.get(w, 0) < 1 and not FIGURE.fullmatch(w)}
        return Terms(kept) if kept else self

    def figures(self) -> set[str]:
        """Return the figures and Latin words of the topic (2019, gdp): without them nothing is evidence."""
        return {term for term in self.weights if FIGURE.fullmatch(term)}


def around(quote: Quote, document: Document) -> str:
    """Return the item of a document that holds a quote, or the quote itself outside of items."""
    item = document.item_at(quote.start)
    return document.text[quote.start : quote.end] if item is None else document.quote(item.span)


def holds_figure(figure: str, text: str) -> bool:
    """Tell whether a text has a figure as a figure of its own: 201 is not in 2019."""
    figure, folded = (THOUSANDS.sub("", one) for one in (figure, fold(text)))  # 3,000万元 is 3000万元
    return bool(re.search(rf"(?<![0-9a-z.]){re.escape(figure)}(?![0-9a-z]|[.][0-9])", folded))


def terms_of(segments: Iterable[str]) -> Terms:
    """Return the words of a topic, weighted by how telling they are."""
    lexicon = load_lexicon()
    weights: dict[str, float] = {}
    for segment in segments:
        for word in lexicon.segment(YEAR_WORD.sub(" ", fold(segment))):
            if len(word) == 1 and not FIGURE.fullmatch(word):
                continue
            weights[word] = lexicon.rarity(word) * (COMMON_WEIGHT if word in COMMON else 1.0)
    return Terms(weights)


def _share(term: str, folded: str) -> float:
    """Return 1 where a text holds a word, less where it holds most of the pairs of a long one, else 0."""
    if FIGURE.fullmatch(term):
        return 1.0 if holds_figure(term, folded) else 0.0
    if term in folded:
        return 1.0
    if len(term) >= 2 and not load_lexicon().counts.get(term):
        return max(_slip(term, folded), _pairs(term, folded), _abbreviated(term, folded))
    return max(_pairs(term, folded), _abbreviated(term, folded))


def _slip(term: str, folded: str) -> float:
    """Return a little for a word that no lexicon knows where the text has it with one character changed (a slip)."""
    return SLIP if _slipped(term).search(folded) else 0.0


def _abbreviated(term: str, folded: str) -> float:
    """Return a good part of 1 where a text writes a short form out: 文保 is 文物保护, 出租车 is 出租汽车."""
    pattern = _written_out(term)
    return ABBREVIATED if pattern is not None and pattern.search(folded) else 0.0


@lru_cache(maxsize=4096)  # more words than the cache of `re` holds are asked for at once
def _slipped(term: str) -> re.Pattern[str]:
    """Return the pattern of a word with one character changed."""
    return re.compile(f"(?={'|'.join(_one_changed(term))})")


@lru_cache(maxsize=4096)
def _written_out(term: str) -> re.Pattern[str] | None:
    """Return the pattern of what a short form may stand for, or `None` for a word that is none."""
    if not re.fullmatch(r"[一-鿿]{2,4}", term):
        return None
    known = bool(load_lexicon().counts.get(term))
    # a class of what is no Chinese character compiles twenty times as fast as one of all that are
    pattern = f"{term[0]}{HAN}{term[1]}{HAN}" if len(term) == 2 and known else f"{HAN}{{0,2}}".join(term)
    if len(term) == 2 and not known:
        pattern = f"{term[0]}{HAN}{{1,3}}{term[1]}{HAN}"
    return re.compile(pattern)


def _one_changed(term: str) -> Iterator[str]:
    """Yield patterns of a word in which one character may be another."""
    for position in range(len(term)):
        yield re.escape(term[:position]) + HAN + re.escape(term[position + 1 :])


def _pairs(term: str, folded: str) -> float:
    """Return how much of a long word a text holds, by its pairs of characters."""
    if len(term) < 3:
        return 0.0
    pairs = [term[start : start + 2] for start in range(len(term) - 1)]
    share = sum(1 for pair in pairs if pair in folded) / len(pairs)
    return 0.8 * share if share >= PARTLY else 0.0


def written_apart(word: str) -> str:
    """Return the pattern of a word that may be padded with blanks: 金  铭."""
    return r"[ 　]*".join(map(re.escape, word))


def plain(text: str) -> str:
    """Return wording for a sentence of an answer: one line, without padding inside names; the quote keeps the original.

    The cells of a row that only blanks set apart stay apart; the mark of a list at its start is left out.

    >>> plain("请各区镇  抓紧\\n落实")
    '请各区镇抓紧落实'
    >>> plain("● 新增充电端口；"), plain("——逐户上门。")
    ('新增充电端口；', '逐户上门。')
    >>> plain("1  新增充电端口3万个  市住建局  各区、供电公司  年底")
    '1｜新增充电端口3万个｜市住建局｜各区、供电公司｜年底'
    >>> plain("1 | 换灯 | 甲科\\n2 | 清淤 | 乙科")
    '1 | 换灯 | 甲科；2 | 清淤 | 乙科'
    """
    text = labels_apart(BETWEEN_ROWS.sub("；", text))
    text = ROW.sub(lambda match: GAP.sub("｜", match.group()), text)
    return LISTED.sub("", PADDING.sub("", re.sub(r"\s*\n\s*", "", text)).strip())


def point_span(document: Document, item: Item, point: Point) -> Span:
    """Return a point's place with its label, for a quote."""
    label = point.spans.get("label")
    if label is None or not item.start <= label.start < point.start:
        return point.span
    start = label.start
    while start > item.start and document.text[start - 1] in "（([【〔":
        start -= 1
    return Span(start, point.end)


def is_given(unit: str, text: str) -> bool:
    """Tell whether a text names a unit otherwise than as the one who speaks, or to whom something is sent.

    >>> is_given("东街道", "东街道提出的建议，请水务局答复"), is_given("东街道", "由东街道负责")
    (False, True)
    >>> is_given("东街道", "东街道认为财力难以承受"), is_given("东街道", "东街道要认真核实")
    (False, True)
    >>> is_given("东街道", "名单报东街道备案"), is_given("东街道", "名单报东街道审核")
    (False, True)
    """
    return any(
        not SPEAKS.match(text, match.end())
        and (RULES.match(text, match.end()) or not SENT.search(text[: match.start()]))
        for match in re.finditer(re.escape(unit), text)
    )


def heading(source: Source, item: Item) -> Quote:
    """Return an item's heading line as a quote; the title alone where it stands before the item, in a list of them."""
    text, title = source.document.text, item.spans.get("title")
    if title is not None and title.end <= item.start:
        return Quote(source.document_id, title.start, title.end)
    end = text.find("\n", title.end if title else item.start)
    return Quote(source.document_id, item.start, item.end if end < 0 else min(end, item.end))


def item_name(item: Item) -> str:
    """Return what to call an item in a sentence: its title, else its ordinal."""
    return item.title or f"第{item.label}项"
