from .bindings import FaseBinding, OnderwerpBinding, PaginaTag
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
    "LeidraadTekst",
    "Leidraadstand",
    "OnderwerpBinding",
    "PaginaTag",
    "ParagraafPagina",
    "ProfessionaliseringPagina",
    "Redactie",
]
