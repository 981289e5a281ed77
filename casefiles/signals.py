"""What happened in a dossier. Receivers only write rows, in the same transaction; an error in one undoes the act."""

from django.dispatch import Signal

# sender=Dossierversie, versie=Dossierversie
dossierversie_geregistreerd = Signal()
# sender=Dossier, dossier=Dossier. Who may see something changed.
toegang_gewijzigd = Signal()
