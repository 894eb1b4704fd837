"""Tells whether two wordings name one unit or one person: 市水务局 and 市水利局, 副主任王敏 and 王敏."""

from __future__ import annotations

import re

from eval.scorers import plain


def same_party(first: str, second: str) -> bool:
    """Tell whether two names mean one unit, under any of its names, or one person, with a post or without.

    >>> same_party("市水利局", "市水务局"), same_party("李明同志", "李明"), same_party("副主任王敏", "王敏")
    (True, True, True)
    >>> same_party("副主任王敏", "王敏华"), same_party("市水利局局长", "市水利局")
    (False, False)
    """
    from pipeline.documents.duties.units import same_unit

    one, other = plain(first).removesuffix("同志"), plain(second).removesuffix("同志")
    return one == other or same_unit(first, second) or _with_post(one, other) or _with_post(other, one)


def _with_post(long: str, name: str) -> bool:
    """Tell whether one wording is the other, a person's name, with the post or unit that he holds: 副主任王敏, 王敏."""
    from pipeline.documents.duties.names import ROLE, ROLE_PREFIX, is_name
    from pipeline.documents.duties.unit_shapes import is_unit

    if not is_name(name) or is_unit(name) or len(long) <= len(name):
        return False
    if long.startswith(name):
        return re.fullmatch(f"{ROLE_PREFIX}{ROLE}", long.removeprefix(name)) is not None
    before = long.removesuffix(name)
    return long.endswith(name) and (is_unit(before) or re.search(f"{ROLE_PREFIX}{ROLE}$", before) is not None)
