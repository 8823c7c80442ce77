"""The web application: people look at a record and decide; pages for people and a JSON API."""

from sijill.web.application import application

__all__ = ["application"]
