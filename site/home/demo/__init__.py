"""The demo: fictional people, dossiers and their story. Everything in it is made up."""
