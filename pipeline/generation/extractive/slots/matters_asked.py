"""What became of a matter at a meeting is asked: what is told must be of that matter, not of the nearest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON, terms_of
from pipeline.generation.extractive.reading.concepts import concepts_of
from pipeline.generation.extractive.slots.telling import pairs_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

ASKED = compiled(
    r"(?:对|就|关于)(?P<how>[^,。?]{2,30}?)(?:这件事|一事|的事|问题)?,?(?:会上|会议|党组会)?(?:是|都|又|具体|下一步|作出|作了|做了)*(?:怎么|如何|怎样|咋)(?:定|决定|安排|处理|研究|要求|部署|议|表态|办|规定)"
    r"|(?:对|就|给|关于)(?P<what>[^,。?]{2,30}?)(?:都|具体)*(?:定|议|决定|作|做|提|议定|明确|部署|形成|有)(?:了|出|过|出了)*(?:什么|啥|哪些|何)(?:要求|决定|安排|意见|规定|措施|事项|部署)?[的?]?$"
    r"|(?:怎么|如何)(?:研究|议|讨论|审议|部署|安排)(?P<studied>[^,。?]{2,30}?)的?\??$"
    r"|(?:研究|讨论|审议|议定)[的了](?P<ruled>[^,。?]{2,30}?)(?:通过|同意|批准|选址|定|批)"
)
"""对某事是怎么定的, 对某事定了什么, 怎么研究某事的, 研究的某方案通过了吗."""
RESULT = compiled(
    r"(?:审议|表决|研究|讨论|审批|评审|论证|处理)?(?:结果|结论|(?:议定|决定)(?:事项|内容))[是为]?(?:什么|如何|怎样|怎么样|啥)?\??$"
)
BODY = compiled(r"(?:会|会议|党组|党委|局|委|府|集团|公司|学校|医院|大学|学院|[省市县区镇])$|^第?[0-9]+[次期]")
"""A piece of key words that names a body or its meeting."""
ASKING = compiled(
    r"(?:是|都|又|具体|最后|究竟|到底)*(?:怎么|如何|怎样|咋)样?(?:定|决定|安排|处理|研究|说|要求|部署|议定|议|办)*的?"
    r"|(?:都|具体)*(?:定|议|议定|决定|作|做|提|部署|安排|要求|明确|强调)*[了出过]*(?:什么|啥|哪些)(?:要求|决定|安排|意见|事项|措施)?"
    r"|(?:研究|讨论|审议|议定)(?:的|了|结果|情况)?|(?:通过|同意|批准|批|答应)了?(?:吗|没有?|么)|下一步|是否|有没有|对|关于|就|这件事|的事|一事|会上|本次|会议"
)
AWAY = compiled(r"请假|缺席")
LINES = 3
"""A longer answer tells of all items."""
IN_FULL, IN_KEY_WORDS = (0.6, 0.4), (0.45, 0.34)
"""Of the words of a matter, by their weight, and of its pairs of characters so much must be held."""


def is_of_another_matter(one: Telling) -> bool:
    """Tell whether it is asked what became of a matter, and neither what is told nor its item speaks of it."""
    if one.kind == "list" or one.question.inherited or len(one.draft.sentences) > LINES or AWAY.search(one.told):
        return False
    asked = ASKED.search(one.unnamed)
    matter = ASKING.sub(",", next(part for part in asked.groups() if part) if asked else _of_key_words(one))
    pairs = pairs_of(matter)
    if not pairs:
        return False
    held = f"{one.around}\n{one.told}\n{fold(one.draft.preface)}"
    words, together = IN_FULL if asked else IN_KEY_WORDS
    return sum(pair in held for pair in pairs) < together * len(pairs) and _words_held(matter, held) < words


def _of_key_words(one: Telling) -> str:
    """Return the words of the matter of which key words ask the result, without the body and its meeting."""
    if not RESULT.search(one.unnamed):
        return ""
    *before, last = [piece for part in one.parts for piece in RESULT.sub("", part).split(",") if piece] or [""]
    return ",".join([*(piece for piece in before if not BODY.search(piece)), last])


def _words_held(matter: str, held: str) -> float:
    """Return how much of the words of a matter a text holds, in full or in short; 1 where it has none of its own."""
    words = [word for word in concepts_of(matter) if len(word.word) > 1 and word.word not in COMMON]
    shares = terms_of([word.word for word in words]).shares(held)
    total = sum(word.weight for word in words)
    found = sum(word.weight * max(word.held(held)[1], shares.get(word.word, 0.0)) for word in words)
    return found / total if total else 1.0
