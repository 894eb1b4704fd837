"""What stands in another part than the answer would: a heading, the lead, the foot, the item of another matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import COMMON
from pipeline.generation.extractive.people.attendance import OF_AN_EVENT
from pipeline.generation.extractive.reading.concepts import concepts_of, share_held
from pipeline.generation.extractive.reading.traits import HELD
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.reading.pairing import Reading

SAYS = compiled(
    r"同意|通过|批准|不予|暂缓|再议|决定|明确|由.{2,20}(?:牵头|负责)"
    r"|(?:[日月]|[年月]底|旬|[时点])前[^，。；]{0,6}(?:完成|报送?|提交|办结|上报|印发|汇总|拨付|到位|出台)"
)
"""What makes a heading an answer of its own: 八、同意设立某公司，注册资本5000万元; 3.各镇9月10日前报送台账."""
ROW = compiled(r"(?:[^|｜│]*[|｜│]){2,}(?:[^|｜│；;：:]*[^|｜│；;：:\s])?\s*")
"""A row of a table from end to end."""
BAR = compiled(r"[|｜│]")
COLUMN = compiled(
    r"序号|编号|(?:工作|重点|主要|具体|整治|整改)?(?:任务|事项|工作|内容|措施|问题|项目|议题|隐患|要求)(?:内容|名称)?|(?:会议)?(?:结论|决定|意见)"
    r"|(?:牵头|责任|配合|协办|主办|承办|协同|协助|落实|督办|负责|包保)?(?:单位|部门|科室|处室|人|领导|股室|主体)(?:及责任人)?"
    r"|(?:牵头|配合|责任|主办)|(?:完成|办结|整改|截止)?(?:时限|时间|期限|日期)|备注|进展|数量|金额|标准|地点"
)
"""What stands at the head of a column."""
IN_CAPITALS = compiled(r"\s*[壹贰叁肆伍陆柒捌玖拾]{1,3}[、.．\s\u3000][^，。；：]{2,40}")
"""A heading numbered as sums are written, 叁　粮仓扩建, where no item begins with it."""
OF_THE_FOOT = compiled(
    r"印发?|抄送|抄报|主送|发文|发送|日期|签发|校对|联系|电话|几份|多少份|份数|发给|整理|记录|备注|盖章|公开"
    r"|落款|(?:通报|纪要|文件|通知|报告)(?:落.)?(?:是|在)?(?:哪|什么时|何时|啥时|几)"
)
OF_THE_MATTER = 0.35
"""Share of what a question takes up from an earlier one that the item of its answer must hold."""
PRINTED = compiled(r"^(?:抄送|抄报|主送|分送)[:：]|[年月日]印发?[。\s]*$|^(?:发|送)[:：]")
"""A line of the foot, wherever it stands."""
CELL = compiled(
    r"[〔【（(\[]?(?:(?:责任|牵头|配合|主办|协办|承办|监督|汇报|参加|落实|督办)(?:单位|部门|领导|人)?|完成时限|完成时间|时限)\s*[:：][^。；;\n〕】）)\]]{1,60}[〕】）)\]]?[；;。]?"
    r"|[一-鿿、 ]{2,16}[\t|｜]\s*(?:[/—–-]+|即办|长期|[0-9年月日]{2,11}[底前]{0,2})?"
)
"""责任单位：某局; 某公司 | 6月底前: a cell or two that tell who, or by when, and nothing else."""
OF_A_CELL = compiled(r"单位|部门|牵头|配合|负责|责任|时限|期限|哪|谁|汇报")
CELL_TELLS = ("unit", "person", "list", "day", "span")
NO_LIST_TELLS = ("money", "share", "figure", "span", "reason", "verdict")
"""Kinds of which a list of who attended holds none."""


def is_heading(one: Reading) -> bool:
    """Tell whether a sentence is a heading: it names the matter, and answers only where it decides."""
    item = one.place.item
    opens = item and one.place.span.start < (item.spans["title"].end if "title" in item.spans else item.start)
    bare = IN_CAPITALS.fullmatch(one.place.text)
    if _is_head_of_table(one.place.text):
        return True
    row = ROW.fullmatch(one.place.text)  # the row of a table tells in its cells, though it is all its item
    return bool((opens or bare) and not row and not SAYS.search(one.place.text))


def _is_head_of_table(text: str) -> bool:
    """Tell whether a line names the columns of a table: 序号｜任务内容｜责任部门｜完成时限."""
    cells = [cell for cell in (part.strip() for part in BAR.split(text)) if cell]
    return len(cells) > 2 and all(COLUMN.fullmatch(cell) for cell in cells)


def is_lead(one: Reading) -> bool:
    """Tell whether a sentence is of the lead of minutes: it names the agenda; what was said of it stands below."""
    document = one.place.source.document
    inside = document.head is not None and one.place.span.start in document.head
    return bool(inside and document.items and document.kind != "rectification")


def is_cell(one: Reading) -> bool:
    """Tell whether a sentence is nothing but a cell (责任单位：某局), where neither who nor by when is asked."""
    kind = one.asked.kind
    if one.question.claim or {kind.kind, *kind.besides} & set(CELL_TELLS):
        return False
    return bool(CELL.fullmatch(one.place.text.strip())) and not OF_A_CELL.search(one.asked.folded)


def is_at_the_foot(one: Reading) -> bool:
    """Tell whether a sentence is of the foot or the attendance, which say nothing of a matter: 2023年7月5日印发."""
    document, at = one.place.source.document, one.place.span.start
    foot = (document.foot and at in document.foot) or PRINTED.search(one.said)
    if foot and not OF_THE_FOOT.search(one.asked.folded):
        return True
    listed = document.attendance is not None and at in document.attendance.span
    return listed and (one.asked.kind.kind in NO_LIST_TELLS or bool(OF_AN_EVENT.search(one.asked.folded)))


def of_nothing_asked(one: Reading) -> bool:
    """Tell whether a sentence is taken for the common words alone that its item shares with a question.

    城市更新方案何时完成 is not told by an item on a reform, whose 方案 is to be 完成 as well.
    """
    if not any(each.word in COMMON and each.held(one.folded)[1] >= HELD for each in one.asked.concepts):
        return False
    told = f"{one.title} {one.around} {one.stamp}"
    telling = [each for each in one.asked.concepts if len(each.word) > 1 and each.word not in COMMON]
    if not telling or any(each.held(told)[1] >= HELD for each in telling):
        return False
    runs = {each.word[at : at + 2] for each in telling for at in range(len(each.word) - 1)} - COMMON
    return not any(run in told for run in runs)


def of_another_matter(one: Reading) -> bool:
    """Tell whether an item is silent on the matter of the earlier question that this one goes on from.

    概算多少钱, asked after a concert hall, is not told by an item on a road.
    """
    question = one.question
    if "topic" not in question.inherited:
        return False
    taken = " ".join(part for part in (*question.titles, *question.topic) if part not in question.text)
    return share_held(concepts_of(fold(taken)), f"{one.title} {one.around} {one.stamp}") < OF_THE_MATTER
