"""By which means is asked: what is told must say a way, not only that it is to be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

ASKED = compiled(
    r"(?:用|通过|采[取用]|以|按)(?:什么|哪种|何种|啥|哪些)(?:样的)?(?:方式|形式|渠道|途径|媒介|载体)|(?:方式|途径|渠道)(?:是什么|$)|怎么(?:通知|告知|公示|公布|宣传)"
)
TOLD = compiled(
    r"[通经]过(?!了|《)|采[取用]|以[^,。;]{1,16}(?:方式|形式|名义)|(?<![费使作专])用(?![地于途户房])|利用|依托|借助|方式|形式|模式|短信|微信|电话|书面|现场|逐|入户|网上|网站|互联网"
    r"|广播|张贴|上门|线上|公告|委托|招标|采购|谈判|竞|拍卖|按"
)


def tells_no_means(one: Telling) -> bool:
    """Tell whether it is asked by which means, and what is told says none beyond the words of the question."""
    return not one.corrects and bool(ASKED.search(one.unnamed)) and not TOLD.search(one.rest)
