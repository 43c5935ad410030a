"""The web page: one module a view, assembled by ``page``."""
