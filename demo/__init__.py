"""The demo: a small internet on this machine, invented cases, and a fast clock around the unchanged product.

Nothing in the package knows of it; `isigurt up --demo` runs `python -m demo` in the checkout.
"""
