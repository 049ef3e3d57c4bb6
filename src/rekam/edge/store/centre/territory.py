"""A territory as a range of codes, which every index on places can answer."""


def bounds(territory: str) -> dict[str, str]:
    """Lowest code inside and first code behind a territory.

    ``15.02`` takes in itself and ``15.02.…`` and nothing else ("/" is the letter after "."); the empty text is
    the nation.
    """
    return {"low": territory, "high": f"{territory}/" if territory else "~"}
