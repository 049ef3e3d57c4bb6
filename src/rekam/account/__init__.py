"""Who may sign in, what they may do and where."""

from rekam.account.account import Account
from rekam.account.act import Act
from rekam.account.permission import PERMITTED, may, reaches, require
from rekam.account.role import ROLE_WORDS, Role

__all__ = ["PERMITTED", "ROLE_WORDS", "Account", "Act", "Role", "may", "reaches", "require"]
