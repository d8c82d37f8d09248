"""What editors bring along: looked at by its content, made clean, or refused with a word that says why."""

from isigurt.outreach.uploads.clean import CleanFile, fresh
from isigurt.outreach.uploads.materials import checked_material
from isigurt.outreach.uploads.pictures import cleaned_picture

__all__ = ["CleanFile", "checked_material", "cleaned_picture", "fresh"]
