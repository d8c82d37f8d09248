"""A room that exists in tests only, to try the steps and the states on rows of its own."""
