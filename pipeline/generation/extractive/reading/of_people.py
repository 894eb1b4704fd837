"""Doubts about people: whose vote, whose post, and whether anybody is named at all where a question asks who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.reading.naming_people import (
    asks_by_whom,
    knows_surname,
    names_another,
    names_asked,
    of_somebody_else,
)
from pipeline.generation.extractive.reading.pairing import without_shared
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

POST = compiled(
    r"(?P<post>[组院校会队市县区镇乡局处科站所厂馆社行]长|书记|主任|董事长|总经理|秘书长|主席)(?:是|由|叫|为|请|让)*(?:谁|哪位|何人|什么名字|(?<=叫)什么)(?!来?(?:牵头|负责|汇报|主持))"
    r"|(?:谁|哪位|何人)来?(?:当|任|担任|出任|兼任|做)[^，,。?？]{0,8}?(?P<of>[组院校会队市县区镇乡局处科站所厂馆社行]长|书记|主任|董事长|总经理|秘书长|主席)"
)
"""Asks who holds a post: a sentence that does not name the post does not tell."""
ADDRESSED = compiled(
    r"(?<![一-鿿])(?!班主任)(?P<surname>[一-鿿])[副]?(?:市长|县长|区长|镇长|省长|州长|书记|局长|主任|院长|校长|董事长|总经理|部长|处长|科长)(?![一-鿿]*(?:是谁|叫))"
    r"|[上的由请让说,，、](?P<another>[一-鿿])[副]?(?:市长|县长|区长|书记|局长|主任|院长|校长|董事长)(?=[^一-鿿]|说|讲|要求|强调|主持|汇报)"
)
"""Somebody called by surname and post: 李市长."""
VOTE = compiled(r"反对(?=票)|(?<=投)反对|弃权|回避")


def lacks_vote(one: Reading) -> bool:
    """谁投了反对票 is not answered by who abstained."""
    asked = VOTE.findall(one.asked.folded)
    return bool(asked) and not one.question.claim and not any(vote in one.folded for vote in asked)


def lacks_post(one: Reading) -> bool:
    """行长是谁 is told only by a sentence that names the post."""
    held = POST.search(one.asked.folded)
    if held is None:
        return False
    post = held["post"] or held["of"]
    deputy = f"副{post}" in one.asked.folded  # 行长是谁 is not told by 副行长某某, nor 副组长是谁 by 组长某某
    return not re.search(f"副{post}" if deputy else f"(?<!副){post}", one.folded)


def lacks_person(one: Reading) -> bool:
    """Somebody is asked for, and nobody is named whom the question does not name itself."""
    if not asks_by_whom(one.asked):
        return False
    wording = one.place.text
    if not one.question.claim:
        wording = without_shared(one.folded, one.asked.folded)
        for name in known_names(one.place.source):
            if name in one.asked.folded:
                wording = wording.replace(name, "\u3000" * len(name))
    return not (names_asked(one.asked, wording, one.place.source) or names_another(one.asked, one.folded))


def of_another_person(one: Reading) -> bool:
    """What one person was is not told by what is said of the next."""
    return not one.question.claim and of_somebody_else(one.asked.folded, one.said, one.around)


def knows_nobody_of(one: Reading) -> bool:
    """Of 李市长 nothing can be told where no 李 was."""
    called = ADDRESSED.finditer(one.question.text)
    return any(not knows_surname(match["surname"] or match["another"], one.place.source) for match in called)
