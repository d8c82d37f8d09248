"""What an edition publishes, and the forms in which it goes out."""
