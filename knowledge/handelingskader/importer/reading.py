"""Reading a document from a file, with a clear refusal of everything that is not readable text."""

from __future__ import annotations

from pathlib import Path

from .document import ParsedDocument, UnreadableDocument
from .lines import MAX_BYTES
from .parser import parse

_SIGNATURES = {
    b"%PDF": "een pdf",
    b"PK\x03\x04": "een Word-, LibreOffice- of zipbestand",
    b"\xd0\xcf\x11\xe0": "een oud Word-bestand",
    b"\x89PNG": "een afbeelding",
    b"\xff\xd8\xff": "een afbeelding",
    b"GIF8": "een afbeelding",
    b"{\\rtf": "een rtf-bestand",
    b"\x1f\x8b": "een ingepakt bestand",
    b"\x7fELF": "een programma",
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MAX_SHARE_OF_CONTROLS = 0.01
_ADVICE = "Sla het handelingskader op als platte tekst (.txt) in UTF-8 en probeer het opnieuw."


def read(path: Path | str) -> ParsedDocument:
    """Read and parse a file. Raises UnreadableDocument, with what to do, for anything that can't be read whole."""
    path = Path(path)
    return parse(_decoded(_bytes(path), path.name))


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise UnreadableDocument(f"'{path.name}' is een map. Geef het bestand met het handelingskader op.")
    if not path.exists():
        raise UnreadableDocument(f"Het bestand '{path.name}' bestaat niet. Controleer de naam en de map.")
    if not path.is_file():
        raise UnreadableDocument(f"'{path.name}' is geen gewoon bestand. Geef het bestand met het handelingskader op.")
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableDocument(
            f"Het bestand '{path.name}' kan niet worden gelezen. Controleer of je het mag openen."
        ) from error
    if len(content) > MAX_BYTES:
        raise UnreadableDocument(
            f"Het bestand '{path.name}' is groter dan 5 MB. Een handelingskader is hooguit 5 MB platte tekst. {_ADVICE}"
        )
    return content


def _decoded(content: bytes, name: str) -> str:
    if not content.strip():
        raise UnreadableDocument(f"Het bestand '{name}' is leeg. Kies het bestand met het handelingskader.")
    for signature, kind in _SIGNATURES.items():
        if content.startswith(signature):
            raise UnreadableDocument(f"Het bestand '{name}' is {kind}, geen platte tekst. {_ADVICE}")
    if content.startswith(_UTF_16):
        raise UnreadableDocument(f"Het bestand '{name}' staat in UTF-16. {_ADVICE}")
    controls = sum(content.count(bytes([code])) for code in range(32) if code not in (9, 10, 12, 13))
    if controls > len(content) * _MAX_SHARE_OF_CONTROLS + 16:
        raise UnreadableDocument(f"Het bestand '{name}' bevat geen gewone tekst. {_ADVICE}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UnreadableDocument(f"Het bestand '{name}' is geen UTF-8 (regel {line}). {_ADVICE}") from error
