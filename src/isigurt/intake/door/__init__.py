"""The door's store: sealed envelopes on their way in, sealed messages and status words on their way out."""
