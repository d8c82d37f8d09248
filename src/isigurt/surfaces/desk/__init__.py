"""The staff's desk: how its pages are composed, guarded and served."""
