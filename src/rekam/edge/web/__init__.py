"""The page shell that station, centre and portal share: look, languages, sign-in cookie, problem pages."""

from rekam.edge.web.csrf import check_form_token, form_token
from rekam.edge.web.language import language_of
from rekam.edge.web.shell import Shell

__all__ = ["Shell", "check_form_token", "form_token", "language_of"]
