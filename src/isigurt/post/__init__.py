"""The one way out for mail: the relay that the operator named."""
