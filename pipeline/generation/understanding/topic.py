"""The topic of a question: what is left when asking and linking words are taken out."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.patterns import compiled


def words(*lines: str) -> tuple[str, ...]:
    """Return the words of lines of words, for lists too long to write one by one."""
    return tuple(word for line in lines for word in line.split())


def blanked(text: str, places: Iterable[tuple[int, int]], *, mark: str = " ") -> str:
    """Return a text with each character of some places as a mark; its length stays.

    >>> blanked("甲县第3次会议的事", [(0, 2), (0, 7)], mark="，")
    '，，，，，，，的事'
    """
    characters = list(text)
    for start, end in places:
        characters[start:end] = mark * (end - start)
    return "".join(characters)


BREAK = compiled(r"[\s，。？?！!、；;：:“”\"'（）()《》〈〉【】〔〕\[\]—…,]+")

SPOKEN_FORMS = {
    "啥时候": "什么时候",
    "啥时侯": "什么时候",
    "时侯": "时候",
    "啥时": "什么时候",
    "多会儿": "什么时候",
    "咋样": "怎么样",
    "咋": "怎么",
    "啥": "什么",
    "俩": "两个",
    "老外": "外国人",
    "哪家子": "哪家",
    "多少户人家": "多少户",
    "多少人家": "多少户",
    "钟头": "小时",
    "礼拜": "星期",
    "暂时搁下": "暂缓",
    "先搁一搁": "暂缓",
    "搁一搁": "暂缓",
    "搁下来": "暂缓",
    "搁下": "暂缓",
    "先放一放": "暂缓",
    "放一放": "暂缓",
    "缓一缓": "暂缓",
    "往后放": "暂缓",
    "没点头": "没同意",
    "没谈拢": "没定下来",
}
SPOKEN = compiled("|".join(SPOKEN_FORMS))
"""Spoken forms of asking words; they are written out before a question is read."""

LINKING_PHRASES = words(
    "哪种 哪类 哪样 请问 问一下 我想问 想问 告诉我 帮我 请帮忙 帮忙 麻烦 查一下 查查 查询 看看 看下 介绍一下 说说 讲讲",
    "说一下 列出 列举 罗列 给出 一下 了解 知道 能不能 可不可以 可以 能否 关于 有关 相关的 对于 针对 是不是",
    "是否 有没有 有无 没有 会不会 要不要 以及 并且 同时 就是 如果 因为 所以 那么 然后 这个 那个 这次 那次",
    "这场 那场 各把 这些 那些 这份 那份 这项 那项 此次 本次 它们 他们 我们 你们 两次 两场 各有 会后 会上 会议上 会议中",
    "会议 会里 当中 其中 里面 里头 方面 上述 到底 究竟 具体 主要 分别 各自 一共 总共 共有 全部 所有 什么时候 什么时间",
    "何时 哪天 哪年 几月 几号 什么样 什么 哪些 哪个 哪位 哪家 哪几个 哪几项 哪几 哪里 哪儿 多少 多大 多高",
    "多长 多久 几个 几项 几条 几份 几家 怎么样 怎么 怎样 如何 为什么 为何 牵头单位 责任单位 有什么 要求",
    "明确了 提出了 议定 议题 纪要 文号 最后 最终 当时 后来 对吧 对吗 是吧 这个说法 说法 来着 那个 的 了 吗",
    "呢 吧 啊 呀 么 嘛 谁 哪 啥 是 和 与 及 这一项 这一议题 布置了",
)
"""Words that ask or link and carry no topic wherever they stand."""

COUNTED_ASKED = r"(?:共|有)?(?:几|多少)(?:[个家项人次条名所位只宗亩件户场批届天年月处岁元钱]|[亿万]?美?元)?"
LINKING_WORDS = compiled("|".join((COUNTED_ASKED, *sorted(LINKING_PHRASES, key=len, reverse=True))))
EDGE_FRONT = words(
    "就 将 把 被 由 从 向 给 到 在 于 按 为 以 让 有 没 地 得 过 着 并 而 或 还 也 又 都 均 再 才 只 这 那",
    "该 此 其 它 他 她 我 你 咱 里 上 中 下 对 要 应 会 能            共 需要? 应该",
    "应当 达到? 负责 牵头 汇报 情况",
)
EDGE_BACK = words(
    "就 将 把 被 由 从 向 给 到 在 于 按 为 以 让 有 没 得 过 着 还 也 都 均 里 上 中 下 对 要 会 能 共 需要",
    "达到? 完成 实现 负责 牵头 汇报 情况 单位 部门 方面 结论 结果 事项 内容",
)
EDGE_WORDS = compiled(rf"^(?:{'|'.join(EDGE_FRONT)})+|(?:{'|'.join(EDGE_BACK)})+$")
"""Words that carry no topic at the edge of a segment; inside (规上工业) they are left alone."""


def topic_segments(question: str) -> tuple[str, ...]:
    """Return what is left of a question when asking and linking words are taken out.

    >>> topic_segments("关于河道保洁办法有什么要求？")
    ('河道保洁办法',)
    """
    segments = (EDGE_WORDS.sub("", segment) for segment in BREAK.split(LINKING_WORDS.sub(" ", question)))
    return tuple(segment for segment in segments if len(segment) > 1 or (segment and segment.isascii()))
