"""What the editors' pages have that Wagtail does not bring: checks, languages, and the state of the public site."""
