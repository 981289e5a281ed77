"""What a browser sends for a form: the names and values of its controls, with the line ends that HTML prescribes."""

from __future__ import annotations

from html.parser import HTMLParser

from django.http import QueryDict


class _Controls(HTMLParser):
    def __init__(self, form_id: str | None) -> None:
        super().__init__(convert_charrefs=True)
        self.form_id = form_id
        self.inside = form_id is None
        self.pairs: list[tuple[str, str]] = []
        self.textarea: str | None = None
        self.text = ""
        self.select: str | None = None
        self.options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == self.form_id
        if not (self.inside or (self.form_id and given.get("form") == self.form_id)):
            return
        name, value = given.get("name"), given.get("value") or ""
        if tag == "input" and name:
            if given.get("type") in ("radio", "checkbox"):
                if "checked" in given:
                    self.pairs.append((name, value))
            else:
                self.pairs.append((name, value.replace("\n", "").replace("\r", "")))
        elif tag == "textarea" and name:
            self.textarea, self.text = name, ""
        elif tag == "select" and name:
            self.select, self.options = name, []
        elif tag == "option" and self.select:
            self.options.append((value, "selected" in given))

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.textarea:
            self.pairs.append((self.textarea, self.text.removeprefix("\n").replace("\n", "\r\n")))
            self.textarea = None
        elif tag == "select" and self.select:
            chosen = next((value for value, selected in self.options if selected), None)
            self.pairs.append((self.select, self.options[0][0] if chosen is None else chosen))
            self.select = None
        elif tag == "form" and self.form_id:
            self.inside = False


def controls_of(html: str, form_id: str | None = None) -> list[tuple[str, str]]:
    """The (name, value) pairs that the form with this id sends; without an id, those of the whole fragment."""
    parser = _Controls(form_id)
    parser.feed(html)
    return parser.pairs


def post_of(html: str, form_id: str | None = None) -> QueryDict:
    data = QueryDict(mutable=True)
    for name, value in controls_of(html, form_id):
        data.appendlist(name, value)
    return data
