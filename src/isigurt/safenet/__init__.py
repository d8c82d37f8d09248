"""The one way out to reported addresses: canonical forms, the address policy, DNS, the pinned connection.

Nothing here imports Django or any other room. See docs/safenet.md for what is denied and why.
"""
