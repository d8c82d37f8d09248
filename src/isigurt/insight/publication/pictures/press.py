"""Every picture as a file of its own for the press: SVG and PNG, with its title and where its numbers come from."""

from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.pictures.picture import PRESS, picture
from isigurt.insight.publication.typesetting import images


def press_pictures(book: Book) -> Files:
    """Return each table's picture in each language."""
    files: Files = {}
    for language, content in book.contents.items():
        drawn = {table.id: picture(content, table, PRESS) for table in content.tables}
        painted = images("press.typ", {"pictures": list(drawn.values())}) if drawn else []
        for (name, svg), png in zip(drawn.items(), painted, strict=True):
            files[f"pictures/{language}/{name}.svg"] = f"{svg}\n".encode()
            files[f"pictures/{language}/{name}.png"] = png
    return files
