"""Regular expressions that are compiled when they are first used, so that a start does not wait for a thousand."""

from __future__ import annotations

import re
from typing import cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Uncompiled:
    """A pattern that becomes what `re.compile` gives at the first look at anything but its source."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        pattern = re.compile(self.pattern, self._flags)
        # kept on the object itself: from now on nobody comes by here for them
        self.__dict__.update({method: getattr(pattern, method) for method in _METHODS})
        return getattr(pattern, name)

    def __repr__(self) -> str:
        return f"compiled({self.pattern!r})"


def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for the constants of a module: as of `re.compile`, but compiled at its first use.

    A constant in error is noticed only then (`tests/test_patterns.py` uses them all). The functions of `re` itself do
    not take it: call its methods.

    >>> compiled("第([0-9]+)次").search("市政府第4次常务会议")
    <re.Match object; span=(3, 6), match='第4次'>
    """
    return cast("re.Pattern[str]", _Uncompiled(source, flags))
