"""Asking the table of permissions from a template."""
