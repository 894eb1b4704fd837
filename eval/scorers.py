"""Judges one answer against its question: what it must say, must not say, and whether it rightly refuses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from eval.gold import Question
from pipeline.documents.numerals import chinese_to_int, find_dates

LONGEST_ANSWER = 200
"""Characters that an answer may have where neither a list nor a comparison is asked for (the public interface)."""
LONG_TYPES = frozenset({"list", "comparison", "cross_item", "cross_document"})
"""Types of question whose answers may be longer."""

_MARKS = str.maketrans(
    dict.fromkeys("“”„‟「」『』＂", '"')
    | dict.fromkeys("‘’‛＇", "'")
    | dict.fromkeys("—–−－─", "-")
    | dict.fromkeys("〔【﹝", "[")
    | dict.fromkeys("〕】﹞", "]")
    | {"～": "~", "｡": "。"}
)
_CHINESE_NUMBER = re.compile(r"[零〇一二两三四五六七八九十百千]+")
_WITH_UNIT = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?)([万亿])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CLAUSE = re.compile(r"[^。！？!?\n，,；;]+")
# 未载明是否原则通过, 没有写明原则通过还是原则同意: the words stand there, the claim does not.
_NOT_STATED = re.compile(
    r"(?:未|没有?|并未|无法|不能|不曾)[^，,；;]{0,4}?"
    r"(?:载明|写明|说明|注明|标明|表明|明确|交代|显示|记载|记录|列出|列明|给出|提及|提到|提供|披露|确定|确认|判断|写|说|提|载|记)"
    r"|是否|有无|有没有|还是|不等于|不得视为"
)
_DIGIT = "0123456789"
_CHINESE_TENS = "十百千零〇"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Whether an answer is right, and why not.

    `folded` is the same with numbers brought to one form (十二 = 12, 2.9万 = 29000). `complete` is the share of the
    strings asked for that are there, `None` where none is asked for. `reasons` say in Chinese what is wrong.
    """

    correct: bool
    folded: bool
    complete: float | None
    reasons: tuple[str, ...]


def judge(question: Question, answer: Mapping[str, Any]) -> Judgement:
    """Judge the ask JSON of an answer; only `answer` and `refused` are looked at.

    Right is an answer that holds all of `must_include`, nothing of `must_not_include`, and that refuses exactly where
    the question has no answer. Where a question names nothing that must be there, one of `answers` decides: a list of
    wordings can never hold every right one (共8项 beside 8个), what must be there can. Blanks and the width and shape
    of punctuation do not count.
    """
    said, refused = str(answer["answer"]), bool(answer["refused"])
    reasons = _reasons(question, said, refused, plain)
    needed = question.must_include
    text = plain(said)
    return Judgement(
        correct=not reasons,
        folded=not _reasons(question, said, refused, folded),
        complete=sum(holds(text, plain(entry)) for entry in needed) / len(needed) if needed else None,
        reasons=tuple(reasons),
    )


def is_short(question: Question, answer: Mapping[str, Any]) -> bool:
    """Tell whether an answer keeps to the length that its question allows."""
    return question.type in LONG_TYPES or len(str(answer["answer"])) <= LONGEST_ANSWER


def plain(text: str) -> str:
    """Return a text without blanks, its punctuation and digits in one width and shape.

    >>> plain("特许经营（BOT） 模式，１—２个“金  铭”")
    '特许经营(BOT)模式,1-2个"金铭"'
    """
    narrow = unicodedata.normalize("NFKC", text.translate(_MARKS)).translate(_MARKS)
    return re.sub(r"-+", "-", re.sub(r"\s+", "", narrow))


def folded(text: str) -> str:
    """Return a plain text with its numbers and dates in one form.

    >>> folded("十七届四次，２.９万件，1,800亩，2017-05-24，二〇二〇年三月七日")
    '17届4次,29000件,1800亩,2017年5月24日,2020年3月7日'
    """
    text = plain(text)
    for date in reversed(list(find_dates(text))):
        if date.text[:4].isdigit() and not date.text.endswith(("日", "号", "月")):
            written = f"{date.year}年{date.month}月" + (f"{date.day}日" if date.day else "")
            text = text[: date.span.start] + written + text[date.span.end :]
    text = _THOUSANDS.sub("", text)
    text = _CHINESE_NUMBER.sub(_arabic, text)
    return _WITH_UNIT.sub(_written_out, text)


def holds(text: str, needle: str) -> bool:
    """Tell whether a text holds a string, where a number is not cut out of a longer one.

    >>> holds("共16家", "6家"), holds("共6家", "6家"), holds("十二项", "二项"), holds("第12项", "12")
    (False, True, False, True)
    """
    return any(_whole(text, start, start + len(needle)) for start in _found(text, needle))


def _reasons(question: Question, said: str, refused: bool, form: Callable[[str], str]) -> list[str]:
    """Return what is wrong with an answer, all texts brought to one form."""
    text = form(said)
    reasons: list[str] = []
    if refused != question.refused:
        reasons.append("应拒答而作答" if question.refused else "误拒")
    missing = [entry for entry in question.must_include if not holds(text, form(entry))]
    if missing:
        reasons.append(f"缺少：{'、'.join(missing)}")
    elif not question.must_include and question.answers and not any(holds(text, form(one)) for one in question.answers):
        reasons.append(f"没有任何可接受的答案：{'、'.join(question.answers[:3])}")
    reasons += [f"不应出现：{entry}" for entry in question.must_not_include if _claims(question, text, form(entry))]
    return reasons


def _claims(question: Question, text: str, forbidden: str) -> bool:
    """Tell whether a text says what it must not; a refusal may name it as not stated."""
    for start in _found(text, forbidden):
        if not _whole(text, start, start + len(forbidden)):
            continue
        clause = next((match for match in _CLAUSE.finditer(text) if match.start() <= start < match.end()), None)
        if not (question.refused and clause and _NOT_STATED.search(clause.group())):
            return True
    return False


def _found(text: str, needle: str) -> list[int]:
    """Return where a string begins in a text."""
    return [match.start() for match in re.finditer(re.escape(needle), text)] if needle else []


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether the numbers at both ends of a found string are not parts of longer ones: 6家 is not in 16家."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    first, last = text[start], text[end - 1]
    if first in _DIGIT and re.search(r"\d\.?$", before):
        return False
    if last in _DIGIT and re.match(r"\.?\d", after):
        return False
    return not (_CHINESE_NUMBER.match(first) and before[-1:] in _CHINESE_TENS and before)


def _arabic(match: re.Match[str]) -> str:
    """Return a Chinese numeral in Arabic digits."""
    value = chinese_to_int(match.group())
    return match.group() if value is None else str(value)


def _written_out(match: re.Match[str]) -> str:
    """Return 2.9万 as 29000."""
    value = Decimal(match[1]) * (10_000 if match[2] == "万" else 100_000_000)
    return str(value.to_integral_value()) if value == value.to_integral_value() else str(value)
