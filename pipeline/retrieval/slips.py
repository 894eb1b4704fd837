"""A slip of the pen in a word that asks is read as the word it sounds like: 落宽 is 落款, 主迟 is 主持."""

from __future__ import annotations

import re

from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.syllables import load_syllables

ASKING = tuple(
    re.findall(
        r"\S+",
        """
    主持 召集 出席 列席 缺席 请假 参会 与会 到会 记录 名单 落款 印发 成文 发文 文号 汇报 牵头 配合 负责 时限 期限 截止
    议题 议程 结论 表决 票数 反对 弃权 通过 同意 否决 再议 暂缓 提交 会议 常务 党组 纪要 通报 单位 部门 代表 要求
    措施 整改
    """,
    )
)
"""Words that say what is asked; whether a library has them or not, nothing is found where one is misspelt."""
_RUN = compiled(r"[\u4e00-\u9fff]{2,}")
_UNKNOWN = compiled(r"[^的了是谁哪什么怎几多一在有由和与及也都还吗呢吧这那个不没上到]+")
LONGEST = 3
"""Characters that belong to no word, more than these in a row, are a name or a term that the lexicon lacks."""


def righted(text: str) -> str:
    """Return a question with its asking words spelt right, its length kept; what is a word by itself stays.

    >>> righted("这份通报落宽是哪天"), righted("常务会议由谁主迟")
    ('这份通报落款是哪天', '常务会议由谁主持')
    >>> righted("主食供应")
    '主食供应'
    """
    return _RUN.sub(lambda match: _righted(match.group()), text)


def _righted(run: str) -> str:
    """Return a run of Chinese characters with its asking words spelt right."""
    free = _free(run)
    for start in range(len(run) - 1):
        pair = run[start : start + 2]
        if not {start, start + 1} <= free or pair in load_lexicon().counts:
            continue
        meant = [word for word in ASKING if _slip(pair, word)]
        if len(meant) == 1:
            run = run[:start] + meant[0] + run[start + 2 :]
            free -= {start, start + 1}
    return run


def _free(run: str) -> set[int]:
    """Return the places of the characters that belong to no word and to nothing that may be a name."""
    lexicon = load_lexicon()
    place, free = 0, set[int]()
    for piece in lexicon.segment(run):
        if len(piece) == 1 or piece not in lexicon.counts:
            for match in _UNKNOWN.finditer(piece):
                if len(match.group()) <= LONGEST:
                    free |= set(range(place + match.start(), place + match.end()))
        place += len(piece)
    return free


def _slip(written: str, meant: str) -> bool:
    """Tell whether two characters are a word with one of them changed for another of the same sound."""
    differing = [(one, other) for one, other in zip(written, meant, strict=True) if one != other]
    return len(differing) == 1 and load_syllables().alike(*differing[0])
