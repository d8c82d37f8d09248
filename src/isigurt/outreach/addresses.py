"""The names of the files that are baked beside pages."""

NEWS = "news.atom"
CALENDAR = "calendar.ics"
