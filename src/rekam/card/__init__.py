"""The KTP-el: what stands on it and the signed code on its back."""

from rekam.card.card import Card
from rekam.card.credential import Credential, read_code, write_code

__all__ = ["Card", "Credential", "read_code", "write_code"]
