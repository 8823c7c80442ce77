"""Which machines may be asked: names are resolved once, every address is checked, and the checked one is used."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Collection
from typing import Any
from urllib.parse import urlsplit

from sijill.acquire.articles import NotFetched, RefusedAddress

Target = tuple[int, tuple[Any, ...]]
"""Family and address as `socket.connect` takes it."""

PATIENCE = 20.0
"""Seconds to wait for a name to be resolved, for a connection, or for the next bytes."""

_NAT64 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))


def hostname(url: str) -> str:
    """The name of an address's host, as it is asked; "" of what is no address, which asking for it will say."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_public(text: str) -> bool:
    """Whether an IP address is one of the open internet, whatever other address is wrapped into it."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if "%" in text:
        return False
    return all(_open(one) for one in (address, *_wrapped(address)))


def _open(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    shut = (address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
            or address.is_reserved or address.is_unspecified or getattr(address, "is_site_local", False))
    # NAT64 lies in a block of its own that some versions of Python call reserved
    return address.is_global and not shut or _in_nat64(address)


def _in_nat64(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return isinstance(address, ipaddress.IPv6Address) and address in _NAT64[0]


def _wrapped(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in net for net in _NAT64) or not int(address) >> 32:
        found.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in found if one is not None]


def targets(host: str, port: int, trusted: Collection[str] = (), seconds: float = PATIENCE) -> list[Target]:
    """Where a host may be reached; RefusedAddress if any of its addresses is not of the open internet.

    NotFetched where its name leads nowhere, or is not resolved within some `seconds`. `trusted` are IP addresses that
    are let through all the same: those of a test's own server.
    """
    found = _resolved(host, port, seconds)
    for *_, address in found:
        if str(address[0]) not in trusted and not is_public(str(address[0])):
            raise RefusedAddress(f"{host[:100]} leads to {address[0]}, which is not on the open internet",
                                 next_step="Save the page and give the file, if you trust it")
    return [(family, address) for family, _, _, _, address in found]


def _resolved(host: str, port: int, seconds: float) -> list[Any]:
    said: queue.SimpleQueue[list[Any] | Exception] = queue.SimpleQueue()

    def ask() -> None:
        try:
            said.put(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))
        except (OSError, ValueError) as error:
            said.put(error)

    # nothing stops a resolver that waits: it is left alone, and keeps no program from ending
    threading.Thread(target=ask, daemon=True).start()
    try:
        found = said.get(timeout=seconds)
    except queue.Empty:
        raise NotFetched(f"the name {host[:100]!r} is not resolved in time", lasting=False,
                         next_step="Check the connection to the internet, and try again later") from None
    if isinstance(found, Exception):
        raise NotFetched(f"the name {host[:100]!r} leads nowhere", lasting=False,
                         next_step="Check the address, and the connection to the internet") from found
    return found
