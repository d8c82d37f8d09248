"""What editors bring along: looked at by its content, made clean, or refused with a word that says why."""

from isigurt.uploads.clean import MEBIBYTE, CleanFile, fresh
from isigurt.uploads.materials import checked_material
from isigurt.uploads.pictures import cleaned_picture

__all__ = ["MEBIBYTE", "CleanFile", "checked_material", "cleaned_picture", "fresh"]
