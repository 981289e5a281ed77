"""The forms on a page, to send them again as someone else."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

Form = tuple[str, tuple[tuple[str, str], ...]]  # address, fields

FORGED = "Vervalste tekst"
TEXTUAL = {"text", "search", "email", "url", "tel", "date", "number", ""}


class _Reader(HTMLParser):
    def __init__(self, base: str) -> None:
        super().__init__()
        self.base = base
        self.forms: list[tuple[str, dict[str, str], list[tuple[str, str]]]] = []
        self._open = False
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form" and values.get("method", "get").lower() == "post":
            self.forms.append((urlsplit(urljoin(self.base, values.get("action", ""))).path, {}, []))
            self._open = True
        elif self._open:
            self._field(tag, values)

    def _field(self, tag: str, values: dict[str, str]) -> None:
        _action, fields, buttons = self.forms[-1]
        name, kind = values.get("name", ""), values.get("type", "").lower()
        if tag == "option" and self._select and (values.get("value") and not fields.get(self._select)):
            fields[self._select] = values["value"]
        if tag == "select":
            self._select = name
            fields.setdefault(name, "")
        if not name or name == "csrfmiddlewaretoken":
            return
        if tag == "button" or (tag == "input" and kind == "submit"):
            buttons.append((name, values.get("value", "")))
        elif tag == "textarea" or (tag == "input" and kind in TEXTUAL):
            fields[name] = values["value"] if kind in ("date", "number") and values.get("value") else FORGED
        elif tag == "input" and kind in ("checkbox", "radio"):
            fields.setdefault(name, values.get("value", "on"))
        elif tag == "input":
            fields[name] = values.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = False
        elif tag == "select":
            self._select = ""


def forms_on(path: str, html: str, *, most: int = 4) -> list[Form]:
    """The first forms of a page that post something, their texts forged, with one button pressed each."""
    if 'method="post"' not in html.lower():
        return []
    reader = _Reader(path)
    reader.feed(html)
    found: list[Form] = []
    for action, fields, buttons in reader.forms:
        filled = tuple((name, value) for name, value in fields.items() if name)
        for button in buttons[-1:] or [("", "")]:
            found.append((action, (*filled, button) if button[0] else filled))
    return found[:most]
