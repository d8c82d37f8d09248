"""The National Report on paper: the PDF of an edition and its fact sheet, set by Typst."""
