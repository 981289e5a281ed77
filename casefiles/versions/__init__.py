"""Dossierversies on django-reversion: register one, read one, compare two (architecture.md, Versions).

Only `register` saves a stuk. Reading an old version never asks today's models: it reads the stored content and its
schema.
"""
