"""A text as the reading of duties sees it: titles say nothing, the people who were there are plain to see."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.documents.duties.duty_words import TITLE
from pipeline.documents.duties.names import is_name, like_name, split_person
from pipeline.documents.duties.parties import SOMEBODY, is_party
from pipeline.documents.duties.roster import roster
from pipeline.patterns import compiled

There = frozenset[str]
"""The people and units that a document lists as there, by their names."""
NOBODY: There = frozenset()


def masked(flat: str, there: There) -> str:
    """Return a text whose titles say nothing and whose people are plain to see, each of the same length."""
    text = TITLE.sub(lambda match: "《" + "□" * (len(match.group()) - 2) + "》", flat) if "《" in flat else flat
    text = _WORDED.sub(lambda match: "□" * len(match.group()), text) if "“" in text else text
    text = _ASIDE.sub(lambda match: f";{match['told']};", text)
    names = _any_of(there)
    return names.sub(_hidden, text) if names else text


# 「删去“由业委会代管”的表述」: words of a draft, which bid nobody
_WORDED = compiled(r"(?<=删[去除])“[^“”]*”|“[^“”]*”(?=的?(?:表述|字样|提法|说法|措辞))")
# 「7月1日前启用（医务科负责，总务科配合）」: who does it, beside the task
_ASIDE = compiled(
    r"(?<=[\u4e00-\u9fff\d”》])\((?P<told>(?:由|请)?[\u4e00-\u9fff、]{2,40}(?:牵头|负责|承办|落实|主办|配合|协助)(?:[,;、][^()]{2,60})?)\)(?!人)"
)


# 「云山区|政府」, where 云山区 is on the lists and reads like the name of a person
_SEAT = compiled(
    "(?<=[区县镇乡村市道州旗])(?:人民政府|政府|党工?委|管委会|办事处|纪委|人大)"
    # 「钟岭|区城管局」, where a list names 钟岭、安北两个区 and the districts read like people
    "|(?:[区县镇乡](?![长委]|书记|党)|街道|社区)(?=[\u4e00-\u9fff])"
)


def _hidden(match: re.Match[str]) -> str:
    """Return what stands for a name; one that opens a known kind of unit is none: 「平安法治办」."""
    units, start = roster().by_name, match.start()
    opens = any(match.string[start:stop] in units for stop in range(match.end() + 1, match.end() + 8))
    opens = opens or _SEAT.match(match.string, match.end()) is not None
    return match.group() if opens else SOMEBODY * len(match.group())


def _is_strange(name: str) -> bool:
    """Tell whether a name of the lists is neither a person's nor one that reads as a unit's by itself."""
    return 3 <= len(name) <= 8 and not is_party(roster(), name, True) and split_person(name) is None


@lru_cache(maxsize=64)
def _any_of(there: There) -> re.Pattern[str] | None:
    """Return a pattern of the names of some people, the longest first; a name of one character is none."""
    # who is listed by a surname that is a word as well (经维新) is a person all the same
    # and so is a unit of the lists whose name tells nothing of its kind (招商服务组, 中岳建设)
    people = (name for name in there if is_name(name) or (len(name) == 3 and like_name(name)) or _is_strange(name))
    names = sorted(people, key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names))) if names else None
