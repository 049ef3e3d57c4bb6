"""A token in every form, bound to the signed session cookie."""

import hmac
import secrets
from typing import Any

from starlette.requests import Request

from rekam.problem import Problem

FIELD = "_token"


def form_token(request: Request) -> str:
    """The token of this session, made on first use."""
    session: dict[str, Any] = request.session
    token = session.get(FIELD)
    if not isinstance(token, str):
        token = secrets.token_urlsafe(24)
        session[FIELD] = token
    return token


def check_form_token(request: Request, sent: object) -> None:
    """Refuse a form that this session did not hand out.

    Raises:
        Problem: ``account.form_expired``.
    """
    known = request.session.get(FIELD)
    if (
        not isinstance(known, str)
        or not isinstance(sent, str)
        or not hmac.compare_digest(known.encode(), sent.encode())
    ):
        raise Problem("account.form_expired")
