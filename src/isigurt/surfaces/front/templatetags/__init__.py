"""Template tags of the public front."""
