"""Ages: what is said of those from 80 to 89, or of all from 65 on, holds for somebody of an age between."""

from __future__ import annotations

from pipeline.patterns import compiled

AGE = compiled(r"(?<![0-9])(?P<age>[0-9]{1,3})\s*周?岁(?!以|及|至|到|[-—~～])")
RANGE = compiled(
    r"(?<![0-9])(?P<low>[0-9]{1,3})\s*(?:周?岁)?\s*(?:至|到|[-—~～]+)\s*(?P<high>[0-9]{1,3})\s*周?岁"
    r"|(?<![0-9])(?P<least>[0-9]{1,3})\s*周?岁(?:\(含\))?(?:及其?)?以上"
    r"|(?<![0-9])(?P<most>[0-9]{1,3})\s*周?岁(?:\(含\))?(?:及其?)?以下"
)


def ages_told(asked: str, around: str) -> set[str]:
    """Return the ages of a folded question that lie within a range of which a folded text speaks.

    >>> ages_told("95岁的老人每月发多少", "80至89周岁每月100元，90至99周岁每月300元")
    {'95'}
    """
    ranges = [
        (int(match["low"] or match["least"] or 0), int(match["high"] or match["most"] or 999))
        for match in RANGE.finditer(around)
    ]
    ages = (match["age"] for match in AGE.finditer(asked))
    return {age for age in ages if any(low <= int(age) <= high for low, high in ranges)}
