"""The desk pages of figures: the statistics, and the editions of the National Report."""
