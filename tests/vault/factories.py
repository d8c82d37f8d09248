from isigurt.vault import keyring
from isigurt.vault.keyfiles import Key, Kind


def rotate(folders: keyring.Folders, kind: Kind) -> Key:
    return keyring.new_key(kind, private=folders.private, public=folders.public)


def complete(folders: keyring.Folders) -> list[Key]:
    return keyring.create_missing(private=folders.private, public=folders.public)
