from .dossier import Dossier, Persoon
from .fase import FaseOvergang
from .organisatie import Organisatie
from .pagina import DossiersPagina
from .stuk import Stuk
from .team import Teamlidmaatschap
from .toegang import Noodtoegang, Toetsing
from .versie import Dossierversie, Stukversie, Teamstand
from .werktekst import Werktekst

__all__ = [
    "Dossier",
    "DossiersPagina",
    "Dossierversie",
    "FaseOvergang",
    "Noodtoegang",
    "Organisatie",
    "Persoon",
    "Stuk",
    "Stukversie",
    "Teamlidmaatschap",
    "Teamstand",
    "Toetsing",
    "Werktekst",
]
