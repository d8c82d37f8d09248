"""A report from the moment it is sent until it is opened: receipt, sealed envelope, conversation."""
