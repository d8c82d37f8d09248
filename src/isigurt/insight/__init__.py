"""Figures: the statistics page; later the disclosure gate and the National Report."""
