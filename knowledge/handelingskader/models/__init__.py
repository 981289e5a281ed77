from .bindings import FaseBinding, LeidraadTag, OnderwerpBinding, PaginaTag
from .leidraadstand import GepubliceerdeTekst, Leidraadstand, LeidraadTekst
from .pages import (
    DilemmaPagina,
    DoDontPagina,
    FasePagina,
    HandelingskaderIndexPagina,
    HandelingskaderPagina,
    HoofdstukPagina,
    ParagraafPagina,
    ProfessionaliseringPagina,
)
from .redactie import Redactie

__all__ = [
    "DilemmaPagina",
    "DoDontPagina",
    "FaseBinding",
    "FasePagina",
    "GepubliceerdeTekst",
    "HandelingskaderIndexPagina",
    "HandelingskaderPagina",
    "HoofdstukPagina",
    "LeidraadTag",
    "LeidraadTekst",
    "Leidraadstand",
    "OnderwerpBinding",
    "PaginaTag",
    "ParagraafPagina",
    "ProfessionaliseringPagina",
    "Redactie",
]
