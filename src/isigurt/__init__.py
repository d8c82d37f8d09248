"""iSIGURT: the software of a national safer-internet platform and child-safety hotline."""
