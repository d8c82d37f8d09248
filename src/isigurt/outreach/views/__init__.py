"""The pages of this room at the desk."""
