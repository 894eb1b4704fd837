"""Chinese text becomes index terms: character pairs, dictionary words, numbers and document numbers.

The dictionary (the word list that ships with jieba) is read when a text is indexed and never when a question is asked:
a question offers all its strings of three to six characters, and those that are no word simply match nothing.
"""

from __future__ import annotations

import importlib.util
import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

from pipeline.patterns import compiled
from pipeline.simplified import simplified

VERSION = "4"
"""Stamped on the keyword index; raise it when a chunk would be indexed otherwise, and indexes are made anew."""

_CHINESE = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
_SHORTEST_WORD, _LONGEST_WORD = 3, 6  # a word of two characters is a pair already

# 「金  铭」, 「市纪⏎委监委」: padding and hard wraps inside a name or a unit; a pair must reach across.
_PADDING = compiled(rf"(?<=[{_CHINESE}])\s+(?=[{_CHINESE}])")
# 昆政纪〔2017〕4号, with every form of bracket (after folding: 〔〕 [] () 【】); 第 as in 〔2017〕第4号.
_DOCUMENT_NUMBER = compiled(
    rf"(?P<body>[{_CHINESE}]{{0,6}})\s*[〔\[(【]\s*(?P<year>\d{{4}})\s*[〕\])】]\s*第?\s*(?P<number>\d+)\s*号"
)
# 11432.7 and 2,625.9 are one figure; 4次, 27亿: a figure also together with the character after it.
_TERM = compiled(
    rf"(?P<figure>\d+(?:[.,]\d+)*)(?P<unit>[{_CHINESE}%])?|(?P<latin>[a-z][a-z0-9]*)|(?P<run>[{_CHINESE}]+)"
)

# What a question says around its matter. Cut out before a question becomes terms, else 有哪 and 是什 outweigh it.
_QUESTION_PHRASES = compiled(
    "|".join(
        (
            "请问|请你|请帮我|请给我|帮我|告诉我|想知道|我想|麻烦|介绍一下|说明一下|总结一下|列出|列举|查一下|说说",
            "为什么|是什么|是多少|是哪[个项件次位年些]|什么是|什么时候|什么样|什么|何时|何地|何人|为何|如何|怎么样|怎么|怎样|怎",
            "有哪几[个项件条位]?|有哪些|哪几[个项件条位]|哪些|哪一[个项件次位]|哪[个项件次位年]|哪里|哪天|哪",
            "是由谁|由谁|是谁|谁",
            "一共有多少|共有多少|有多少|多少[个项件条位次]?|一共有几|共有几|有几|几[个项件条位次人]|一共|总共",
            "是不是|是否|有没有|有无|能不能|能否|可不可以|可否|对不对|会不会",
            "具体|分别|主要|都有|还有|其中|有关|相关",
            "[吗呢吧呀啊么]",
            "(?<![目标])的(?![确士])",
        )
    )
)


def tokenize(text: str) -> list[str]:
    """Return the terms under which a text is indexed: pairs of characters, words, figures, document numbers.

    >>> tokenize("审议人工智能28条，ODM")
    ['审议', '议人', '人工', '工智', '智能', '人工智能', '28', '28条', '条', 'odm']
    >>> tokenize("金  铭")
    ['金铭']
    >>> tokenize("〔2017〕4号")
    ['〔2017〕4号', '2017', '4', '4号', '号']
    """
    return list(_terms(text, words=_dictionary()))


def query_tokens(text: str, *, limit: int = 1024) -> list[str]:
    """Return the terms to look for, each once, without question phrases; at most `limit`, for one bounded query.

    A question that is nothing but such phrases keeps them. The dictionary is not read.

    >>> query_tokens("会议由谁主持？")
    ['会议', '主持']
    """
    matter = without_phrases(text)
    terms = dict.fromkeys(_terms(matter, words=None)) or dict.fromkeys(_terms(text, words=None))
    return list(terms)[:limit]


def without_phrases(text: str) -> str:
    """Return a question with a comma for each phrase that asks.

    >>> without_phrases("会议由谁主持")
    '会议，主持'
    """
    return _QUESTION_PHRASES.sub("，", text)


@lru_cache(maxsize=4096)  # the same chunks and sentences are weighed again for every question
def fold(text: str) -> str:
    """Return a text folded: full width, capitals, traditional characters, padding between Chinese characters.

    >>> fold("ＯＤＭ　谢  罡"), fold("會議")
    ('odm 谢罡', '会议')
    """
    return simplified(_PADDING.sub("", unicodedata.normalize("NFKC", text).lower()))


def _terms(text: str, *, words: Collection[str] | None) -> Iterator[str]:
    """Yield the terms of a text; `words` of `None` offers every string that could be a word."""
    folded = fold(text)
    for match in _DOCUMENT_NUMBER.finditer(folded):
        bare = f"〔{match['year']}〕{int(match['number'])}号"
        yield bare
        # Where the body begins is not told by the text (根据昆政纪〔2017〕4号), so each of its endings is a term.
        yield from (match["body"][-length:] + bare for length in range(2, len(match["body"]) + 1))
    for match in _TERM.finditer(folded):
        if run := match["run"]:
            yield from _run_terms(run, words)
        elif figure := match["figure"]:
            yield figure.replace(",", "")
            if unit := match["unit"]:
                yield figure.replace(",", "") + unit
                following = folded[match.end() : match.end() + 1]
                yield unit + following if re.match(rf"[{_CHINESE}]", following) else unit
        else:
            yield match["latin"]


def _run_terms(run: str, words: Collection[str] | None) -> Iterator[str]:
    """Yield the pairs of a run of Chinese characters, and the words of three and more that it holds."""
    if len(run) == 1:
        yield run
        return
    for start in range(len(run) - 1):
        yield run[start : start + 2]
    for start in range(len(run) - _SHORTEST_WORD + 1):
        if words is not None and run[start : start + _SHORTEST_WORD] not in _openings():
            continue
        for length in range(_SHORTEST_WORD, min(_LONGEST_WORD, len(run) - start) + 1):
            candidate = run[start : start + length]
            if words is None or candidate in words:
                yield candidate


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """Return the Chinese words of three to six characters in jieba's word list (a quarter of a second, once)."""
    found = importlib.util.find_spec("jieba")  # not imported: segmenting would load three times as much
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    listing = Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8")
    return frozenset(re.findall(rf"^[\u4e00-\u9fff]{{{_SHORTEST_WORD},{_LONGEST_WORD}}}(?= )", listing, re.MULTILINE))


@lru_cache(maxsize=1)
def _openings() -> frozenset[str]:
    """Return the first three characters of every word: most strings can be left at the first look."""
    return frozenset(word[:_SHORTEST_WORD] for word in _dictionary())
