"""The first words of an edition, written by rules from its published numbers: `document.py` puts them together."""
