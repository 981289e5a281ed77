"""From the text of a handelingskader to its sections, with every redaction counted once (domain.md A.6-A.8).

Pure: no database, no settings, no HTML. What is mended, missing or contradictory in the document becomes a Dutch
warning and is never repaired in silence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace

from .assembly import DraftBlock, DraftSection, Mending, draft_block, mend_columns, place
from .bron import take_bron
from .contents import Contents, Entry, read_contents
from .document import (
    Block,
    BlockSoort,
    LineRange,
    ParsedDocument,
    Plaats,
    Redaction,
    Section,
    SectionSoort,
    Segment,
    Text,
    UnreadableDocument,
    open_text,
)
from .headings import HeadingReader, is_summary, summary_text
from .lines import MAX_MARKERS, Piece, clean_lines, pieces
from .markers import apply_emphasis, count_markers, only_markers, other_grounds, split_markers
from .report import contents_warnings, mending_warnings
from .summary import summarise

_DO = re.compile(r"(Do|Don['’]t):\s+")
_MAX_SUMMARY_LINE = 255


def parse(text: str) -> ParsedDocument:
    """The sections of a handelingskader in reading order, with warnings.

    Raises UnreadableDocument when the text is too big or has neither a contents list nor numbered headings.
    """
    lines, had_hidden = clean_lines(text)
    expected = sum(count_markers(line.text) for line in lines)
    if expected > MAX_MARKERS:
        raise UnreadableDocument(
            f"De tekst heeft {expected} lakmarkeringen, te veel om te lezen (hooguit {MAX_MARKERS}). "
            "Kies het bestand met alleen het handelingskader."
        )
    contents = read_contents(lines)
    mending = Mending()
    drafts = _drafts(pieces(lines[contents.body_start :]), contents, mending)
    _require_structure(contents, drafts)
    mend_columns(drafts, mending)
    by_key = {entry.sleutel: entry for entry in reversed(contents.entries) if entry.sleutel}
    sections = [_section(draft, by_key) for draft in drafts]
    sections, loose = _attach_unnumbered(sections, contents.entries)
    voorblad = tuple(line for line in lines[: contents.body_start] if line.text) if contents.found else ()
    voorblad = voorblad[
        : next((i for i, line in enumerate(voorblad) if _is_contents_line(line.number, contents)), None)
    ]
    loose.extend(mark for line in voorblad for mark in _marks(line.text, line.number))
    warnings = [
        *contents_warnings(sections, contents),
        *mending_warnings(mending),
        *(["Onzichtbare tekens en stuurtekens zijn uit de tekst gehaald."] if had_hidden else []),
        *(
            f"r.{line.number}: {found} lijkt op een lakmarkering met een andere grond dan d, h of i; nu gewone tekst."
            for line in lines
            if "5.1" in line.text
            for found in other_grounds(line.text)
        ),
    ]
    document = ParsedDocument(
        sections=tuple(sections),
        warnings=tuple(warnings),
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        voorblad=voorblad,
        overige_redacties=tuple(loose),
    )
    if len(document.redactions) != expected:
        raise UnreadableDocument(
            f"De tekst heeft {expected} lakmarkeringen, maar er zijn er {len(document.redactions)} gelezen. "
            "Er is niets ingelezen. Meld dit met het bestand aan de beheerder van de software."
        )
    return document


def _drafts(body: Sequence[Piece], contents: Contents, mending: Mending) -> list[DraftSection]:
    reader = HeadingReader(chapters=contents.chapter_titles())
    drafts: list[DraftSection] = []
    index = 0
    while index < len(body):
        piece = body[index]
        heading = reader.read(body, index)
        if heading is not None:
            last = body[index + heading.uses - 1].lines[-1].number
            drafts.append(DraftSection(heading, heading.first_line, last))
            index += heading.uses
            continue
        if not drafts:
            drafts.append(DraftSection(None, piece.lines[0].number, piece.lines[-1].number))
        draft = drafts[-1]
        draft.last_line = piece.lines[-1].number
        if not draft.blocks and not draft.samenvatting and is_summary(piece) and _is_plain(piece):
            draft.samenvatting = summary_text(piece)
        else:
            place(draft_block(piece, mending), draft, mending)
        index += 1
    return drafts


def _is_plain(piece: Piece) -> bool:
    return len(piece.text) <= _MAX_SUMMARY_LINE and not any(count_markers(line.text) for line in piece.lines)


def _require_structure(contents: Contents, drafts: Sequence[DraftSection]) -> None:
    numbered = sum(1 for draft in drafts if draft.heading is not None and draft.heading.nummer)
    if numbered >= (1 if contents.found else 2):
        return
    raise UnreadableDocument(
        "Dit bestand heeft niet de vorm van een handelingskader: er is geen inhoudsopgave (een regel 'Inhoud' met "
        "daaronder de titels en bladzijden) met genummerde koppen in de tekst, zoals '1. Titel' en '1.1 Titel'. "
        "Kies het bestand met het handelingskader, opgeslagen als platte tekst."
    )


def _section(draft: DraftSection, contents: dict[str, Entry]) -> Section:
    heading = draft.heading
    sleutel = heading.sleutel if heading else "intro"
    soort: SectionSoort = heading.soort if heading else "inleiding"
    entry = contents.get(sleutel)
    title = apply_emphasis([_placed(segment, "titel-tekst") for segment in heading.title]) if heading else ()
    chapter_kind: SectionSoort = soort if soort in ("dilemma", "dodont") else "paragraaf"
    blocks = tuple(block for part in draft.blocks for block in _blocks(part, chapter_kind))
    return Section(
        sleutel=sleutel,
        nummer=heading.nummer if heading else "",
        soort=soort,
        titel_inhoudsopgave=entry.titel if entry else None,
        titel_tekst=open_text(title) or None,
        titel_segments=title,
        titel_redacties=(entry.redactions if entry else ())
        + tuple(segment for segment in title if isinstance(segment, Redaction)),
        ouder=heading.ouder if heading else None,
        blocks=blocks,
        first_line=draft.first_line,
        last_line=draft.last_line,
        samenvatting=draft.samenvatting or summarise(blocks),
    )


def _placed(segment: Segment, plaats: Plaats) -> Segment:
    return replace(segment, plaats=plaats) if isinstance(segment, Redaction) else segment


def _blocks(draft: DraftBlock, section: SectionSoort) -> list[Block]:
    """One block, or one for each marker of a row that holds nothing else."""
    segments, bron = take_bron(list(draft.segments))
    if draft.kind == "tekst" and only_markers(segments):
        marks = [_placed(segment, "blok") for segment in segments if isinstance(segment, Redaction)]
        return [_made(draft, "redactie", (mark,), bron) for mark in marks]
    soort, segments = _soort(draft, segments, section)
    shown = apply_emphasis(segments)
    if soort == "alinea" and _is_bold_line(shown):
        soort = "kop"
    return [_made(draft, soort, _trimmed(shown), bron)]


def _made(draft: DraftBlock, soort: BlockSoort, segments: tuple[Segment, ...], bron: tuple[LineRange, ...]) -> Block:
    return Block(
        soort=soort,
        segments=segments,
        first_line=min(draft.lines),
        last_line=max(draft.lines),
        bron=bron,
        nummer=draft.nummer,
        regels=draft.regels,
    )


def _soort(draft: DraftBlock, segments: list[Segment], section: SectionSoort) -> tuple[BlockSoort, list[Segment]]:
    if draft.kind == "tekst":
        return "alinea", segments
    if draft.kind == "nummer":
        return "genummerd-item", segments
    first = segments[0] if segments else None
    if draft.kind == "opsomming" and isinstance(first, Text) and (match := _DO.match(first.tekst)):
        return ("do" if match[1] == "Do" else "dont"), [Text(first.tekst[match.end() :]), *segments[1:]]
    if draft.kind == "opsomming" and section == "dodont":
        return "do", segments
    if draft.kind == "opsomming" and section == "dilemma":
        last = segments[-1] if segments else None
        asks = isinstance(last, Text) and last.tekst.rstrip(" *)\"'’”").endswith("?")
        return ("vraag" if asks else "overweging"), segments
    return "opsomming-item", segments


def _is_bold_line(segments: tuple[Segment, ...]) -> bool:
    shown = [segment for segment in segments if isinstance(segment, Redaction) or segment.tekst.strip()]
    only = shown[0] if len(shown) == 1 else None
    return isinstance(only, Text) and only.vet and len(only.tekst) <= 100 and not only.tekst.rstrip().endswith(".")


def _trimmed(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """Without spaces at both ends and without empty runs; spaces between words and redactions stay."""
    result = [segment for segment in segments if isinstance(segment, Redaction) or segment.tekst]
    if result and isinstance(first := result[0], Text):
        result[0] = replace(first, tekst=first.tekst.lstrip())
    if result and isinstance(last := result[-1], Text):
        result[-1] = replace(last, tekst=last.tekst.rstrip())
    return tuple(segment for segment in result if isinstance(segment, Redaction) or segment.tekst)


def _attach_unnumbered(sections: list[Section], entries: Sequence[Entry]) -> tuple[list[Section], list[Redaction]]:
    """Give redactions of contents rows that have no section of their own to the section of the row before them."""
    places = {section.sleutel: index for index, section in enumerate(sections)}
    loose: list[Redaction] = []
    used: set[str] = set()
    latest: int | None = None
    for entry in entries:
        if entry.sleutel and entry.sleutel not in used:
            used.add(entry.sleutel)
            latest = places.get(entry.sleutel)
            if latest is None:
                loose.extend(entry.redactions)
        elif entry.redactions and not entry.sleutel and latest is not None:
            section = sections[latest]
            sections[latest] = replace(section, titel_redacties=(*section.titel_redacties, *entry.redactions))
        else:
            loose.extend(entry.redactions)
    return sections, loose


def _is_contents_line(number: int, contents: Contents) -> bool:
    return bool(contents.entries) and number >= contents.entries[0].line


def _marks(text: str, line: int) -> list[Redaction]:
    return [segment for segment in split_markers(text, line) if isinstance(segment, Redaction)]
