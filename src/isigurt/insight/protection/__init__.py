"""Disclosure control: what is published of a count, and which rows are shown together."""
