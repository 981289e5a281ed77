"""The mark "niet openbaar" in running text: stored as an embed that holds ground, spelling and line, and no text at
all."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import KEEP_WHITESPACE, InlineEntityElementHandler
from wagtail.rich_text import EmbedHandler

from .gronden import UITLEG, WooGrond

SHOWN_IN_EDITOR = "niet openbaar"


def embed_html(grond: str, gedrukt: str, regel: int | None) -> str:
    """The stored form of one mark. `grond` must be one of the known grounds (KeyError from WooGrond otherwise)."""
    return format_html(
        '<embed embedtype="redactie" grond="{}" gedrukt="{}" regel="{}"/>', WooGrond(grond).value, gedrukt, regel or ""
    )


class RedactieEmbedHandler(EmbedHandler):
    """Renders the mark for readers; a mark whose ground was tampered with still shows as not public, without a
    ground."""

    identifier = "redactie"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        grond = attrs.get("grond", "")
        known = WooGrond(grond) if grond in WooGrond.values else None
        return render_to_string(
            "rk/redaction_inline.html",
            {
                "grond": grond if known else "",
                "grond_label": known.label if known else "",
                "uitleg": UITLEG.get(known) if known else None,
                "gedrukt": attrs.get("gedrukt", ""),
                "regel": attrs.get("regel", ""),
            },
        ).strip()


class RedactieElementHandler(InlineEntityElementHandler):
    """From stored form to editor: an entity over a fixed text, since the editor cannot show an empty one."""

    mutability = "IMMUTABLE"

    def __init__(self) -> None:
        super().__init__("REDACTIE")

    def get_attribute_data(self, attrs: dict[str, str]) -> dict[str, str]:
        return {name: attrs.get(name, "") for name in ("grond", "gedrukt", "regel")}

    def handle_starttag(self, name: str, attrs: list[tuple[str, str]], state: Any, contentstate: Any) -> None:
        super().handle_starttag(name, attrs, state, contentstate)
        state.current_block.text += SHOWN_IN_EDITOR
        state.leading_whitespace = KEEP_WHITESPACE
        # An embed is a void element: it is closed here, since its end tag may never come.
        super().handle_endtag(name, state, contentstate)

    def handle_endtag(self, name: str, state: Any, contentstate: Any) -> None:
        pass


def redactie_entity_decorator(props: dict[str, Any]) -> Any:
    """From editor to stored form: the fixed text goes, the embed stays."""
    return DOM.create_element(
        "embed",
        {
            "embedtype": "redactie",
            "grond": props.get("grond", ""),
            "gedrukt": props.get("gedrukt", ""),
            "regel": props.get("regel", ""),
        },
    )
