"""The register of tables: the fixed list of what may be published, and how each is counted."""

from isigurt.insight.register.dimensions import DIMENSIONS, Dimension
from isigurt.insight.register.populations import POPULATIONS, Population
from isigurt.insight.register.tables import ANNEXED, TABLES, Cut, Table

__all__ = ["ANNEXED", "DIMENSIONS", "POPULATIONS", "TABLES", "Cut", "Dimension", "Population", "Table"]
