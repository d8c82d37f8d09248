"""The doors: the public front and the staff's desk; pages that join several rooms live here."""
