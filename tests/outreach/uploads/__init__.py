"""What editors bring along."""
