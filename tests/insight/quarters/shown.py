"""Invented quarters, as they were shown."""

SHOWN = {
    2025: {"q4": {"reports": 85, "victims": 40, "items": 110, "confirmed": 75}},
    2026: {
        "q1": {"reports": 90, "victims": 50, "items": 130, "confirmed": 95},
        "q2": {"reports": 100, "victims": None, "items": 120, "confirmed": 90},
        "q3": {"reports": 115, "victims": 60, "items": 105, "confirmed": 75},
    },
}
