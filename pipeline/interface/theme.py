"""The look: Gradio's theme without outside fonts, our style sheet and script, both read from beside this file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import gradio as gr

_HERE = Path(__file__).resolve().parent

SANS = (
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "system-ui",
    "sans-serif",
)
"""Fonts of the system, for the screen itself: a plain name makes Gradio load nothing."""
MONO = ("ui-monospace", "Consolas", "monospace")

EVENTS = ("read_source", "read_structure", "pick_question", "discard_document", "library_changed")
"""What a click inside our HTML may ask of the server."""

BRIDGE = (
    "const known = [" + ", ".join(f"'{name}'" for name in EVENTS) + "];"
    "window.jiyao.bridge(element, trigger, known, props, watch);"
)
"""The script of every `gr.HTML` of ours: clicks on `data-event` become Gradio events; see `chat.js`."""


@cache
def style() -> str:
    """Return the style sheet."""
    return (_HERE / "chat.css").read_text(encoding="utf-8")


@cache
def head() -> str:
    """Return what goes into the page's head: our script and what Gradio would drop of our style."""
    script, narrow = ((_HERE / name).read_text(encoding="utf-8") for name in ("chat.js", "narrow.css"))
    return f"<script>{script}</script><style>{narrow}</style>"


def theme() -> gr.themes.Base:
    """Return Gradio's plain theme in our colours, with system fonts only; the names are those of `chat.css`."""
    plain = gr.themes.Base(
        font=SANS, font_mono=MONO, primary_hue="stone", neutral_hue="stone", radius_size=gr.themes.sizes.radius_sm
    )
    colours = {
        "body_background_fill": "var(--paper)",
        "body_text_color": "var(--ink)",
        "body_text_color_subdued": "var(--soft)",
        "background_fill_primary": "var(--sheet)",
        "background_fill_secondary": "var(--paper)",
        "block_background_fill": "transparent",
        "block_border_width": "0px",
        "block_label_text_color": "var(--soft)",
        "block_title_text_color": "var(--soft)",
        "border_color_primary": "var(--line)",
        "border_color_accent": "var(--seal)",
        "input_background_fill": "var(--sheet)",
        "input_border_color": "var(--edge)",
        "input_border_color_focus": "var(--seal)",
        "input_placeholder_color": "var(--soft)",
        "button_primary_background_fill": "var(--seal-fill)",
        "button_primary_background_fill_hover": "var(--seal-deep)",
        "button_primary_text_color": "#ffffff",
        "button_secondary_background_fill": "transparent",
        "button_secondary_background_fill_hover": "var(--wash)",
        "button_secondary_border_color": "var(--line)",
        "button_secondary_text_color": "var(--ink)",
        "color_accent": "var(--seal)",
        "color_accent_soft": "var(--wash)",
        "link_text_color": "var(--seal)",
        "checkbox_background_color_selected": "var(--seal-fill)",
        "checkbox_label_background_fill": "transparent",
        "checkbox_label_background_fill_selected": "var(--wash)",
        "checkbox_label_text_color_selected": "var(--ink)",
        "loader_color": "var(--seal)",
    }
    dark = {f"{name}_dark": value for name, value in colours.items()}
    return plain.set(**colours, **{name: value for name, value in dark.items() if hasattr(plain, name)})
