"""The styles of a Word file: what a paragraph or a run inherits, and how a property is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of Word's elements, as it stands before a tag."""


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; an entity reference has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the element at a path of names below another, or `None`."""
    for name in path:
        element = element.find(W + name) if element is not None else None
    return element


def value(element: etree._Element | None, *path: str, name: str = "val") -> str | None:
    """Return an attribute of the element at a path, or `None`."""
    found = child(element, *path)
    return None if found is None else found.get(W + name)


def whole(text: str | None) -> int | None:
    """Return a text as a whole number of sensible size, or `None`."""
    bare = (text or "").removeprefix("-")
    return int(text or "") if bare.isascii() and bare.isdigit() and len(bare) < 10 else None


def is_on(element: etree._Element | None, *path: str) -> bool | None:
    """Tell whether a switch stands there and is on; `None` where it does not stand there."""
    found = child(element, *path)
    return None if found is None else found.get(W + "val", "1") not in ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a paragraph stands in a list: the list (0: in none), the level from 0, and the style that says so."""

    list_id: int
    level: int | None
    style: str | None = None


def _numbered(style: etree._Element) -> Numbered | None:
    place = child(style, "pPr", "numPr")
    list_id = whole(value(place, "numId"))
    return None if list_id is None else Numbered(list_id, whole(value(place, "ilvl")), style.get(W + "styleId"))


class Styles:
    """The styles of a file, each with those it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read `word/styles.xml`; without it no style says anything."""
        found = root.findall(W + "style") if root is not None else []
        self._styles = {name: style for style in found if (name := style.get(W + "styleId")) is not None}
        default = (style for style in found if style.get(W + "default") in ("1", "true", "on"))
        self._default = {style.get(W + "type"): style.get(W + "styleId") for style in default}
        self._numbered: dict[str | None, Numbered | None] = {}
        self._hidden: dict[tuple[str | None, str], bool | None] = {}

    def chain(self, name: str | None, *, kind: str = "paragraph") -> Iterator[etree._Element]:
        """Yield a style and those it is based on; without a name those of the default style."""
        name = name if name in self._styles else self._default.get(kind)
        seen: set[str] = set()
        while name is not None and name not in seen and name in self._styles:
            seen.add(name)
            yield self._styles[name]
            name = value(self._styles[name], "basedOn")

    def numbered(self, properties: etree._Element | None) -> Numbered | None:
        """Return where a paragraph with these properties stands in a list, by itself or by its style."""
        own = child(properties, "numPr")
        list_id, level = whole(value(own, "numId")), whole(value(own, "ilvl"))
        if list_id is not None:
            return Numbered(list_id, level)
        inherited = self.list_of(value(properties, "pStyle"))
        return inherited if inherited is None or level is None else replace(inherited, level=level)

    def list_of(self, name: str | None) -> Numbered | None:
        """Return the place in a list that a style gives, by itself or by those it is based on."""
        if name not in self._numbered:
            self._numbered[name] = next(filter(None, map(_numbered, self.chain(name))), None)
        return self._numbered[name]

    def hides(self, run: etree._Element | None, paragraph: etree._Element | None) -> bool:
        """Tell whether text of a run is hidden (w:vanish), by itself, by its style or by its paragraph's style."""
        own = is_on(run, "vanish")
        if own is None:
            own = self._vanishes(value(run, "rStyle"), "character")
        if own is None:
            own = self._vanishes(value(paragraph, "pStyle"), "paragraph")
        return bool(own)

    def _vanishes(self, name: str | None, kind: str) -> bool | None:
        key = (name, kind)
        if key not in self._hidden:
            switches = (is_on(style, "rPr", "vanish") for style in self.chain(name, kind=kind))
            self._hidden[key] = next((switch for switch in switches if switch is not None), None)
        return self._hidden[key]
