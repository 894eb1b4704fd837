"""How a question words that a matter changed, or came up again; none of it names the matter."""

from __future__ import annotations

from pipeline.patterns import compiled

CHANGED = compiled(
    r"前后(?:有|是|又|都|各|分别)*(?:什么|哪些|怎么|何|啥)?(?:样的?)?(?:变化|变动|不同|调整|出入|区别|差别)(?:了)?|(?:有|发生)了?(?:什么|哪些|何|啥)变化|(?:怎么|如何)变(?:化|动)?的?了?"
    r"|前后(?:两|几|三)次(?:[一-鿿]{0,6}会议?)?(?:上)?(?:各|分别|都)?(?:是|有)?(?:怎么|如何)?(?:定的?|说的?|规定的?|要求的?)?"
    r"|(?:改来改去|变来变去|换来换去)[，,]?|(?:前后|先后)(?:都|各|分别)*(?=[定说改换]过)|(?<=[，,])从[^，,]{1,10}说起[，,]?"
    r"|(?:换|变|改|调整)过(?:吗|没有?|几[次回])[，,？?]?|先后(?:分别|各|都)?(?=[是为由归])"
)
"""Asks how something changed: 票价前后有什么变化, 前后两次会怎么定的, 业主换过吗，先后是谁."""
LESS = compiled(
    r"(?:后来|现在|最后|这次|后一次|最新)?(?:那次|这次)?(?:会议?|常务会)?(?:上)?(?:比|较|同|与|和)(?:前一次|上一?次|原先|原来|之前|以前|原计划|当初|第一次|最初|原定)(?:的?会议?)?(?:相比)?(?:是|又|还)?(?P<way>[少多增减降涨高低缩压调提推]{1,2}[加少低高短长掉迟晚]?)了?"
)
"""Asks for a difference: 比前一次少了多少亩."""
THEN_AND_NOW = compiled(r"(?:原来|原先|原定|起初|最初|开始|一开始|当初|先前).{1,24}(?:后来|现在|最后|最终|如今)")
"""业主原来是谁，后来改成了谁."""
FORMER = compiled(r"原来|原先|原定|起初|最初|一开始|开始|当初|先前|[，,].*")
BECAME = compiled(
    r"(?:后来|最后|最终|之后|现在)(?:的?(?:情况|结果))?(?:又|都|到底|究竟)?"
    r"(?:(?:怎么样|怎样|咋样|如何|咋定|怎么定|怎么办|成)(?:了|的|啦)*(?:没有?|吗)?|呢)(?:[？?。]+|$)"
    r"|的?(?:来龙去脉|前因后果|始末|前后经过|整个(?:过程|经过)|决策过程|审议过程)(?:是什么|是怎样的?|如何|怎么样)?(?:[？?。]+|$)"
)
"""夜班公交后来怎么样了, 夜班公交的来龙去脉."""
VERDICT_ASKED = compiled(r"结论|结果|态度|口径|意见")
TOGETHER = compiled(
    r"(?:从|到|在)?(?:[0-9]{1,2}月|两次|前后|[两几三]次|第[0-9一二三四五六七八九十]+次)(?:份|的)?(?:[一-鿿]{0,6}会议?)?(?:上|里|时)?"
)
AGAIN = compiled(
    r"实际|后来|自己|现在|又[^，。]{0,4}(?:定|改|宽|要求)|[0-9一二三四五六七八九十]+月[^，。]{0,8}[会时说]|[一-鿿]会(?:上|说|定)"
)
"""Of another meeting, or of what was done."""
TIMES = compiled(
    r"说起|说先?|[定说改换]过|原来|原先|后来|最后|最终|现在|改成|实际|[县市区镇省]里|两次|[两几三]回|开会|上会|当家|变化|到底|那次|这次"
)
"""Words of time and of meetings, which name no matter."""
OF_BODIES = (
    r"[一-鿿]{0,8}?(?:[县市区镇乡村厂校院省][里上]|政府|[局委办]|公司|集团|园区|开发区|镇|街道|社区|医院|学校|大学)"
)
TWO_BODIES = compiled(
    rf"(?:^|(?<=[，,；;。？?]))(?:那|这|问一下)?{OF_BODIES}(?:和|与|跟|同){OF_BODIES}(?:上)?(?:的|各自?|分别|都|又)+"
)
"""Sets beside each other what two bodies said: 园区和交通局的态度, 管委会和县交通局各是怎么说的."""


def matter_of(text: str) -> str:
    """Return a question without the words of time, of meetings and of change: what is left names the matter.

    >>> matter_of("夜班公交后来怎么样了？"), matter_of("票价前后有什么变化")
    ('夜班公交，', '票价，')
    """
    for pattern in (TWO_BODIES, CHANGED, LESS, BECAME, TOGETHER, VERDICT_ASKED, TIMES):
        text = pattern.sub("，", text)
    return text
