"""From a parsed section to the body of a page. Every text is escaped here: what looks like markup in a document stays
text."""

from __future__ import annotations

import hashlib
import json
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import escape

from ..richtext import embed_html
from .document import Block, LineRange, Redaction, Section

NAMESPACE = uuid.UUID("5f3c1d52-1d0b-4c5e-9f5e-6a0a4e4b7c11")
LIST_ITEMS = {"opsomming-item": False, "genummerd-item": True}
RawBlock = dict[str, Any]


def lines_text(ranges: Iterable[LineRange]) -> str:
    """Line ranges as a block keeps them: "238-242, 246"."""
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)[:80]


def source_line(mark: Redaction, block: Block | None, retells: bool) -> int | None:
    """The line of the source document where this marker stands; a retelling names it beside the block, or does not
    know it."""
    if not retells:
        return mark.regel
    return block.bron[0][0] if block and block.bron else None


def rich_text(block: Block, retells: bool) -> str:
    """A block as the stored form of rich text: one paragraph, with marks for what is not public."""
    parts = []
    for segment in block.segments:
        if isinstance(segment, Redaction):
            parts.append(embed_html(segment.grond, segment.gedrukt, source_line(segment, block, retells)))
            continue
        text: str = escape(segment.tekst)
        if segment.cursief:
            text = f"<i>{text}</i>"
        parts.append(f"<b>{text}</b>" if segment.vet else text)
    return f"<p>{''.join(parts).strip()}</p>"


def _sources(blocks: Sequence[Block], retells: bool) -> str:
    ranges = [r for block in blocks for r in (block.bron if retells else block.regels)]
    return lines_text(dict.fromkeys(ranges))


def _raw(block: Block, retells: bool) -> tuple[str, dict[str, Any]]:
    if block.soort == "redactie":
        mark = block.redactions[0]
        return "redactie", {"grond": mark.grond, "gedrukt": mark.gedrukt, "regel": source_line(mark, block, retells)}
    bron = _sources([block], retells)
    if block.soort == "kop":
        return "kop", {"tekst": block.tekst, "bron": bron}
    return block.soort, {"tekst": rich_text(block, retells), "bron": bron}


def _grouped(blocks: Sequence[Block]) -> list[list[Block]]:
    """List items that follow each other form one list; every other block stands alone."""
    groups: list[list[Block]] = []
    for block in blocks:
        if groups and block.soort in LIST_ITEMS and groups[-1][0].soort == block.soort:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def body_of(section: Section, retells: bool) -> list[RawBlock]:
    """The blocks of a page for this section, as StreamField keeps them.

    With `retells` a block names the lines of the source document that it retells, else its own lines. Ids follow from
    content, so that a block that did not change keeps its id from one import to the next.
    """
    seen: Counter[str] = Counter()
    body = []
    for group in _grouped(section.blocks):
        if group[0].soort in LIST_ITEMS:
            kind = "opsomming"
            value: dict[str, Any] = {
                "genummerd": LIST_ITEMS[group[0].soort],
                "items": [rich_text(block, retells) for block in group],
                "bron": _sources(group, retells),
            }
        else:
            kind, value = _raw(group[0], retells)
        key = f"{section.sleutel}|{kind}|{value_hash(value)}"
        seen[key] += 1
        body.append({"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, f"{key}|{seen[key]}"))})
    return body


def value_hash(value: dict[str, Any]) -> str:
    """A hash of what a block says; the ids that Wagtail gives to the points of a list do not count."""
    plain = {
        name: [item["value"] if isinstance(item, dict) else item for item in part] if name == "items" else part
        for name, part in value.items()
    }
    return hashlib.sha256(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:32]


def merge_local(new: list[RawBlock], present: list[RawBlock], imported: dict[str, str]) -> tuple[list[RawBlock], int]:
    """The new body with what authors added or changed kept; also how many imported blocks they had changed.

    `present` is the body as it is, `imported` the hash per block id of the last import. A block that authors added
    stands after the block it stood after; one of ours that they rewrote keeps their words, also when the document
    changed underneath.
    """
    new_ids = {block["id"] for block in new}
    changed = {b["id"]: b for b in present if b["id"] in imported and value_hash(b["value"]) != imported[b["id"]]}
    after: dict[str | None, list[RawBlock]] = {}
    anchor: str | None = None
    for block in present:
        ours = block["id"] in imported
        if ours and block["id"] in new_ids:
            anchor = block["id"]
        elif not ours or block["id"] in changed:
            after.setdefault(anchor, []).append(block)
    merged = list(after.get(None, []))
    for block in new:
        merged.append(changed.get(block["id"], block))
        merged += after.get(block["id"], [])
    return merged, len(changed)
