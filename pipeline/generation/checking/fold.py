"""Folds a text for comparison: width, blanks, quotation marks, brackets and dashes that carry no meaning fall away."""

from __future__ import annotations

import re
import unicodedata

_MARKS = re.compile("[\"'“”„‟‘’「」『』﹁﹂＂＇`]")
_DASHES = re.compile("[~～〜—–－―]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[ \t\u3000]+(?=\d)")
_BLANKS = re.compile(r"[ \t\r\f\v\u00a0\u200b\u3000\ufeff]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_BRACKETS = str.maketrans({"〔": "(", "【": "(", "[": "(", "〕": ")", "】": ")", "]": ")", "○": "〇", "Ο": "〇"})
_ORDINAL = r"(?:\d{1,3}|[一二三四五六七八九十百]{1,4})"
_LABEL = re.compile(rf"(?m)(?:^|(?<=号:)|(?<=\):))(?:\({_ORDINAL}\)[.、]?|{_ORDINAL}[.、)])(?!\d)")
SENTENCE_ENDS = "。；;！!？?\n"
_SENTENCE = re.compile(f"[^{SENTENCE_ENDS}]+")
_CLAUSE = re.compile(f"[^{SENTENCE_ENDS},，]+")
TITLE = re.compile("《(?P<title>[^《》]+)》")


def fold(text: str) -> str:
    """Return a text in the one form in which statements and quotes are compared; line ends stay.

    >>> fold("金  铭（市财政局）１，３０８个“一河一策”")
    '金铭(市财政局)1308个一河一策'
    """
    text = _BETWEEN_DIGITS.sub("、", text)  # 12 15 in a table: two numbers, never 1215
    text = unicodedata.normalize("NFKC", text)
    text = _BLANKS.sub("", _DASHES.sub("-", _MARKS.sub("", text)))
    return _THOUSANDS.sub("", text).translate(_BRACKETS).lower()


def flat(folded: str) -> str:
    """Return a folded text without line ends: a name or a title may be wrapped over a line.

    >>> flat("市纪\\n委监委")
    '市纪委监委'
    """
    return folded.replace("\n", "")


def sentences(folded: str) -> list[str]:
    """Return the sentences of a folded text, without their full stops and semicolons."""
    return [match.group() for match in _SENTENCE.finditer(folded)]


def clauses(folded: str) -> list[str]:
    """Return the clauses of a folded text; a comma inside a title or brackets parts nothing.

    >>> clauses("会议原则通过《甲,乙》,要求修改完善。")
    ['会议原则通过《甲,乙》', '要求修改完善']
    """
    hidden = re.sub(r"《[^《》]*》|\([^()]*\)", lambda match: match.group().replace(",", "\0"), folded)
    return [match.group().replace("\0", ",") for match in _CLAUSE.finditer(hidden)]


def without_titles(folded: str) -> str:
    """Return a folded text whose titles are blanked out, so that their words count as nothing else; lengths stay.

    >>> without_titles("听取《关于牵头的汇报》")
    '听取《＿＿＿＿＿＿＿》'
    """
    return TITLE.sub(lambda match: "《" + "＿" * len(match["title"]) + "》", folded)


def without_labels(folded: str) -> str:
    """Return a folded text without the labels at the start of its lines or after a stamp: they state nothing.

    >>> without_labels("1.由甲牵头\\n(二)由乙配合")
    '由甲牵头\\n由乙配合'
    """
    return _LABEL.sub("", folded)


def pairs(folded: str) -> set[str]:
    """Return the pairs of neighbouring characters, the measure of what two wordings share.

    >>> sorted(pairs("停车管理"))
    ['停车', '管理', '车管']
    """
    words = re.sub(r"[^\w%]|[_＿]", " ", folded).split()
    return {word[index : index + 2] for word in words for index in range(len(word) - 1)}
