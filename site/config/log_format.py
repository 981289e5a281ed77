"""How a line of the log looks: where an error came from, and never the values that it was about."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutValues(logging.Formatter):
    """Leaves out what exceptions say of themselves.

    A database error quotes the row, a protected deletion names the stukken: a traceback of the log would hold what only
    the dossier may. The places in the code and the kinds of error stay.
    """

    def formatException(self, ei: ExcInfo | Any) -> str:  # noqa: N802  (logging's own name)
        error, lines, seen = ei[1], [], set[int]()
        while isinstance(error, BaseException) and id(error) not in seen:
            seen.add(id(error))
            places = traceback.format_list(traceback.extract_tb(error.__traceback__))
            lines.append(f"{''.join(places)}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\ncaused by\n".join(lines)
