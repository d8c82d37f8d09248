"""The baked site."""
