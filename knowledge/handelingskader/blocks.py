"""The blocks of a guidance page. Each keeps the lines of the source that it comes from or retells."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField

from .gronden import UITLEG, WooGrond

TEXT_FEATURES = ["bold", "italic", "link", "document-link", "redactie"]
LINES = re.compile(r"^\d{1,5}(-\d{1,5})?(, \d{1,5}(-\d{1,5})?)*$")


def validate_lines(value: str) -> None:
    """Source lines are written as "238-242" or "416, 420-422"."""
    if value and not LINES.match(value):
        raise ValidationError(_("Schrijf de regels als 238-242, of als 416, 420-422."))


class SourcedBlock(blocks.StructBlock):
    """A block with the lines of the source document behind it."""

    bron = blocks.CharBlock(
        label=_("Regels in de bron"), required=False, max_length=80, validators=[validate_lines], default=""
    )

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        bron = value.get("bron")
        context["bron_regels"] = f"r. {bron}" if bron else ""
        return context


def _text(**kwargs: Any) -> blocks.RichTextBlock:
    return blocks.RichTextBlock(features=TEXT_FEATURES, label=_("Tekst"), **kwargs)


class KopBlock(SourcedBlock):
    tekst = blocks.CharBlock(label=_("Kop"), max_length=200)

    class Meta:
        template = "handelingskader/blocks/kop.html"
        icon = "title"
        label = _("Kop")


class AlineaBlock(SourcedBlock):
    tekst = _text()

    class Meta:
        template = "handelingskader/blocks/alinea.html"
        icon = "pilcrow"
        label = _("Alinea")


class OpsommingBlock(SourcedBlock):
    genummerd = blocks.BooleanBlock(label=_("Genummerd"), required=False)
    items = blocks.ListBlock(_text(), label=_("Punten"))

    class Meta:
        template = "handelingskader/blocks/opsomming.html"
        icon = "list-ul"
        label = _("Opsomming")


class OverwegingBlock(SourcedBlock):
    tekst = _text()

    class Meta:
        template = "handelingskader/blocks/overweging.html"
        icon = "scale"
        label = _("Overweging")


class VraagBlock(SourcedBlock):
    tekst = _text()

    class Meta:
        template = "handelingskader/blocks/vraag.html"
        icon = "help"
        label = _("Vraag")


class DoBlock(SourcedBlock):
    tekst = _text()

    class Meta:
        template = "handelingskader/blocks/do.html"
        icon = "check"
        label = _("Do")


class DontBlock(SourcedBlock):
    tekst = _text()

    class Meta:
        template = "handelingskader/blocks/dont.html"
        icon = "cross"
        label = _("Don't")


class RedactieBlok(blocks.StructBlock):
    """Text that is not public: its ground, the marker as printed and its line. A block without a ground cannot be
    saved."""

    grond = blocks.ChoiceBlock(choices=WooGrond.choices, label=_("Grond"))
    gedrukt = blocks.CharBlock(label=_("Zoals gedrukt"), required=False, max_length=20)
    regel = blocks.IntegerBlock(label=_("Regel in de bron"), required=False, min_value=1)

    class Meta:
        template = "handelingskader/blocks/redactie.html"
        icon = "view"
        label = _("Niet openbaar")

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context)
        context["uitleg"] = UITLEG[WooGrond(value["grond"])]
        context["bron_regels"] = f"r. {value['regel']}" if value.get("regel") else ""
        return context


class BodyBlock(blocks.StreamBlock):
    kop = KopBlock()
    alinea = AlineaBlock()
    opsomming = OpsommingBlock()
    overweging = OverwegingBlock()
    vraag = VraagBlock()
    do = DoBlock()
    dont = DontBlock()
    redactie = RedactieBlok()


class BodyField(StreamField):
    """A StreamField whose block definitions stay out of migrations: a changed help text is no change of the schema."""

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [[]], kwargs
