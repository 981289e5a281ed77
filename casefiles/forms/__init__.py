"""Forms built from the declaration of a section: reading what was posted, checking it, laying it out."""
