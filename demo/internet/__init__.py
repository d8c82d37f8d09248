"""The demo internet: names, a registry, a web host, mail, and a page for the person who plays it all."""
