"""The words that an editor makes of the draft: one TOML file a language, read back with every mistake named."""
