"""The pages of ours among Wagtail's."""
