"""How Word writes the number of a list: 四, 肆, 〇四, ④, 丁, iv."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.documents.numerals import int_to_chinese


def ordinal(number: int, style: str, *, model: str = "") -> str:
    """Return a number as a list shows it.

    Args:
        number: the number, from 0 upward.
        style: the name that Word gives the way of writing (`w:numFmt`); an unknown one reads as Arabic.
        model: for the style `custom`, how the list begins, as in 「001, 002, 003, ...」.

    >>> [ordinal(12, name) for name in ("chineseCounting", "decimalEnclosedCircle", "ideographZodiac", "lowerRoman")]
    ['十二', '⑫', '亥', 'xii']
    """
    if style == "custom":
        return str(number).zfill(len(model[:20].partition(",")[0].strip()))
    write = _STYLES.get(style)
    return write(number) if write and 0 < number < 10_000 else str(number)


def _roman(number: int) -> str:
    signs = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    text = ""
    for worth, sign in (*signs, (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (number // worth)
        number %= worth
    return text


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _row(signs: str) -> Callable[[int], str]:
    """Write a number as a sign of its own, and in Arabic digits beyond the last sign."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


def _digits(signs: str) -> Callable[[int], str]:
    return lambda number: "".join(signs[int(digit)] for digit in str(number))


def _formal(signs: str) -> Callable[[int], str]:
    """Write a number in the characters of cheques: 12 is 壹拾贰."""
    table = str.maketrans("一二三四五六七八九零十百千", signs)
    return lambda number: (("一" if 10 <= number < 20 else "") + int_to_chinese(number)).translate(table)


_CIRCLED = _row("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_CHINESE_DIGITS = _digits("〇一二三四五六七八九")
_STYLES: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        (
            "chineseCounting",
            "chineseCountingThousand",
            "japaneseCounting",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
        ),
        int_to_chinese,
    ),
    **dict.fromkeys(("ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"), _CHINESE_DIGITS),
    **dict.fromkeys(("decimalEnclosedCircle", "decimalEnclosedCircleChinese"), _CIRCLED),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _digits("０１２３４５６７８９")),
    "chineseLegalSimplified": _formal("壹贰叁肆伍陆柒捌玖零拾佰仟"),
    "ideographLegalTraditional": _formal("壹貳參肆伍陸柒捌玖零拾佰仟"),
    "decimalEnclosedParen": _row("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _row("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "ideographTraditional": _row("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _row("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
}
