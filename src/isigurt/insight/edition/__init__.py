"""An edition of the National Report: the facts of one year, frozen, and what is made from them alone."""
