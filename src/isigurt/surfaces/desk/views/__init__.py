"""Pages of the desk that join several rooms."""
