"""The typefaces of official documents, each with what may stand in for it where it is not installed."""

from __future__ import annotations

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length

TITLE, BLACK, KAI, BODY = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
LATIN = "Times New Roman"

FALLBACKS = {
    TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体,SimSun",
    BLACK: "SimHei,华文黑体,STHeiti,Noto Sans CJK SC",
    KAI: "楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC",
    BODY: "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC",
    "宋体": "SimSun,华文宋体,STSong,Noto Serif CJK SC",
}
"""By typeface, the names under which it or the next best may be installed; Word and WPS try them in turn."""

_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")


def set_typeface(owner: Any, typeface: str | None = None, *, size: Length | None = None) -> None:
    """Give a style or a run a typeface; quotation marks and dashes count as Chinese.

    Args:
        owner: a style or a run.
        typeface: the Chinese one, Latin letters and figures get `LATIN`; `None` leaves the style's.
        size: of the characters.
    """
    properties: Any = (owner.element if hasattr(owner, "element") else owner._r).get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:hint"), "eastAsia")
    if typeface is not None:
        for name in _THEMED:
            fonts.attrib.pop(qn(f"w:{name}"), None)
        for name, face in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", typeface), ("cs", LATIN)):
            fonts.set(qn(f"w:{name}"), face)
    if size is not None:
        owner.font.size = size


def name_fallbacks(document: Any) -> None:
    """Write the table of typefaces with what may stand in for each, and say that the text is Chinese."""
    entries = "".join(
        f'<w:font w:name="{face}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{"swiss" if face == BLACK else "roman"}"/><w:pitch w:val="variable"/></w:font>'
        for face, others in FALLBACKS.items()
    )
    entries += (
        f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    table._blob = f"{head}<w:fonts {nsdecls('w')}>{entries}</w:fonts>".encode()
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")
