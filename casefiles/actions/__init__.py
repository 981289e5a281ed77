"""The acts that change a dossier: check, save, version, log, signal, in one transaction. Views and commands call
these alike."""
