"""The JSON API: one router for each thing that a record holds."""

from sijill.web.api import articles, audit, codings, decisions, events, exports, holdings, imports, map, search

ROUTERS = (events.router, decisions.router, articles.router, search.router, holdings.router, map.router,
           imports.router, exports.router, codings.router, audit.router)
"""Every router of the API, mounted under /api."""
