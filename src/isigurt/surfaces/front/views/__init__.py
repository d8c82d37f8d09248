"""The front's pages: each view is given its language by the address."""
