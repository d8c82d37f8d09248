"""Reading back what is about to be published: every number of every file, as a figure that the gate looks at."""
