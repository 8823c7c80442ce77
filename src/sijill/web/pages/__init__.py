"""The pages, in Arabic and English: one router for each, drawn from templates."""

from sijill.web.pages import articles, codings, events, holdings, maps, queue, settings

PAGES = (queue.router, events.router, articles.router, codings.router, holdings.router, maps.router, settings.router)
"""Every router of pages."""
