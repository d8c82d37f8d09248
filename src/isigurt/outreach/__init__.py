"""Campaigns, events, resources, help and press: what editors write, and the baking of it to public pages."""
