"""The few drawings on the screen: lines of one weight that take the colour of the words beside them."""

from __future__ import annotations

from collections.abc import Mapping

_THUMB = (
    "M7.5 10.5v8.5H4.5v-8.5zM7.5 10.5l3.6-6.6c1.4 0 2.2.9 2.2 2.1v3.6h4.4a2 2 0 0 1 2 2.4l-1.1 5.4a2 2 0 0 1-2 1.6H7.5"
)

DRAWINGS: Mapping[str, str] = {
    "copy": "M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9",
    "again": "M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5v4h-4",
    "good": _THUMB,
    "bad": _THUMB,
    "past": "M12 4.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM12 8v4.3l2.8 1.7",
    "new": "M12 5v14M5 12h14",
    "close": "M6 6l12 12M18 6L6 18",
    "send": "M12 19V5.5M6 11l6-6 6 6",
    "stop": "M7 7h10v10H7z",
    "wide": "M14 5h5v5M19 5l-6 6M10 19H5v-5M5 19l6-6",
    "back": "M14.5 6l-6 6 6 6",
    "on": "M9.5 6l6 6-6 6",
}


def icon(name: str) -> str:
    """Return a drawing, 18 by 18 pixels; what it means is said by the label of its button.

    Args:
        name: one of `DRAWINGS`.
    """
    turned = ' style="transform:rotate(180deg)"' if name == "bad" else ""
    return (
        f'<svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false"{turned}>'
        f'<path d="{DRAWINGS[name]}" fill="none" stroke="currentColor" stroke-width="1.6" '
        'stroke-linecap="round" stroke-linejoin="round"/></svg>'
    )
