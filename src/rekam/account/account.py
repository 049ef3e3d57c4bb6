from dataclasses import dataclass

from rekam.account.role import Role


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in.

    Attributes:
        name: What is typed at sign-in; unique.
        full_name: Shown on pages and in the audit.
        role: What the person is.
        territory: Region code down to which the role reaches; ``""`` is the nation.
        password_hash: argon2id hash; never shown.
        valid_until: Unix seconds after which an offline sign-in is refused, 0 = no end.
        active: ``False`` once revoked.
    """

    name: str
    full_name: str
    role: Role
    territory: str
    password_hash: str
    valid_until: int = 0
    active: bool = True

    def __repr__(self) -> str:
        return f"Account({self.name!r}, {self.role.value}, {self.territory!r})"
