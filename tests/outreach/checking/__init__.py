"""What an editor is told about a page before it goes out."""
