"""The bar above every tab: the name, how much the library holds, how answers are made, language, who is signed in."""

from __future__ import annotations

from pipeline.interface.language import language, say
from pipeline.interface.wording import escape


def render_bar(*, documents: int, mode: str, account: str = "") -> str:
    """Return the bar.

    Args:
        documents: how many the library holds.
        mode: how answers are made, in words.
        account: who is signed in, empty where nobody has to.
    """
    hint = "" if mode != say("摘录模式") else f' title="{say("不用模型，答案直接摘自原文")}"'
    user = f'<span>{escape(account)}</span><a href="logout">{say("退出")}</a>' if account else ""
    other, words = ("zh", "中文") if language() == "en" else ("en", "English")
    switch = (
        f'<button type="button" class="quiet switch" lang="{"zh-CN" if other == "zh" else "en"}" '
        f'data-event="switch_language" data-value="0" data-language="{other}">{words}</button>'
    )
    return (
        '<header class="bar"><h1 class="brand"><b>纪要</b><span>Jiyao</span></h1>'
        f'<div class="status"><span>{say("{n} 份文件", n=documents)}</span><span{hint}>{escape(mode)}</span>{user}'
        f"{switch}</div></header>"
    )
