"""Whose money is asked for: what a county sets aside is not what the province gave."""

from __future__ import annotations

from pipeline.patterns import compiled

GIVES = (
    r"(?:财政|政府|级|上|里|厅|委|部)?(?:给|又|还|能|会|要|共|总共|一共|要给|答应|同意)*"
    r"(?:补[贴助]?|奖励?|拨[付款]?|下达|支持|配套|出|掏|投入?|承担|负担|兜|分担)(?:了|的|资|给|下来)*[^，,。？?]{0,6}?多少"
)
PAYERS = tuple(
    (compiled(rf"(?:{asked}){GIVES}"), compiled(told))
    for asked, told in (
        (r"中央|国家|国务院|部里", r"中央|国家|国债|部委|上级"),
        (r"(?<![一-鿿])省(?:里|级|财政|上)|省里|省级财政|省财政", r"省|上级"),
        (r"上级|上头|上面", r"上级|省|市|中央|国家|州|争取"),
        (r"市里|市级财政|市财政", r"市|上级"),
        (r"县里|县级财政|县财政", r"县|本级"),
        (r"区里|区级财政|区财政", r"区|本级"),
        (r"[镇乡]里|街道上?", r"[镇乡]|街道"),
        (r"村里|村集体", r"村"),
        (r"学校|校里|学院", r"学校|学院|校|自筹"),
        (r"医院|院里", r"院|自筹"),
        (r"集团|公司|企业", r"集团|公司|企业|自筹"),
    )
)
"""Who is asked to have given how much, and what a sentence on his money says."""

WHETHER_PAID = compiled(
    r"(?:钱|费用?|款)[^，,。？?]{0,4}(?:要不要|用不用|是不是|需不需要|该不该|是否)[^，,。？?]{0,10}(?:出|掏|交|缴|付|承担|负担)"
    r"|(?:要不要|用不用|需不需要|是否需要?)[^，,。？?]{0,6}(?:自己|自)?(?:出钱|掏钱|交钱|花钱|付费|交费|缴费|自费)"
)
"""Asks whether somebody has to pay, and what speaks of paying."""
OF_PAYING = compiled(r"钱|费|元|款|承担|负担|自筹|资金|财政|出资|列支|价|补[贴助]")


def names_payer(asked: str, told: str) -> bool:
    """Tell whether a folded text speaks of him whose money a folded question asks for.

    >>> names_payer("桥重建省里补了多少钱", "概算投资4380万元"), names_payer("省里补了多少钱", "省级补助1900万元")
    (False, True)
    """
    return all(words.search(told) for payer, words in PAYERS if payer.search(asked))


def tells_whether_paid(asked: str, told: str) -> bool:
    """Tell whether a folded text speaks of paying, where a folded question asks if somebody has to.

    >>> asked = "新表钱要不要住户自己出"
    >>> tells_whether_paid(asked, "先选6000户试点"), tells_whether_paid(asked, "费用由公司承担")
    (False, True)
    """
    return not WHETHER_PAID.search(asked) or bool(OF_PAYING.search(told))
