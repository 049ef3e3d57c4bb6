"""Keys on disk and in memory: signing, sealing, drafts, passwords."""

from rekam.edge.key.draft import DraftCipher, DraftKeys
from rekam.edge.key.folder import KeyFolder
from rekam.edge.key.locked import cost_of, lock_key, unlock_key
from rekam.edge.key.password import PasswordCost, hash_password, is_outdated, verify_password
from rekam.edge.key.public import PublicKey, export_public, import_public
from rekam.edge.key.sealing import HybridOpener, HybridRecipient
from rekam.edge.key.signing import Ed25519Signer, Ed25519Verifier

__all__ = [
    "DraftCipher",
    "DraftKeys",
    "Ed25519Signer",
    "Ed25519Verifier",
    "HybridOpener",
    "HybridRecipient",
    "KeyFolder",
    "PasswordCost",
    "PublicKey",
    "cost_of",
    "export_public",
    "hash_password",
    "import_public",
    "is_outdated",
    "lock_key",
    "unlock_key",
    "verify_password",
]
