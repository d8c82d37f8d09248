"""The vault: sealing to the desk, field encryption, blind indexes, and the key ring with its rotation."""
