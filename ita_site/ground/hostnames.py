"""Names of hosts that no citizen reaches: examples that were left in, and machines of the office itself."""

from __future__ import annotations

import ipaddress
import re
from enum import Enum, auto


class Unreachable(Enum):
    """Why a host is not reached from elsewhere."""

    EXAMPLE = auto()
    LOCAL = auto()


_RESERVED = frozenset({"example", "test", "invalid"})
"""The top-level domains that RFC 2606 keeps for examples; `example` stands for a name at any level."""
_LOCAL = frozenset({"localhost", "local", "localdomain", "lan", "home", "internal"})
_BARE = re.compile("(?!0x)[a-z0-9-]*[a-z][a-z0-9-]*", re.ASCII)
"""A name without a domain, which the network of an office alone knows."""
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE | re.ASCII)


def unreachable(host: str) -> Unreachable | None:
    """Return why a host, a name or an IP address in any form a browser takes, is not reached from elsewhere."""
    labels = host.lower().rstrip(".").split(".")
    if labels[-1] in _RESERVED or "example" in labels:
        return Unreachable.EXAMPLE
    if labels[-1] in _LOCAL or (len(labels) == 1 and _BARE.fullmatch(labels[0])):
        return Unreachable.LOCAL
    address = _address(host.lower().rstrip("."))
    return Unreachable.LOCAL if address is not None and not address.is_global else None


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return the IP address that a host is; 2130706433, 0x7f.1 and 127.1 are one to a browser (WHATWG URL, 3.5)."""
    if ":" in host:
        try:
            found = ipaddress.IPv6Address(host.strip("[]").partition("%")[0])
        except ValueError:
            return None
        return found.ipv4_mapped or found
    parts = host.split(".")
    if not 1 <= len(parts) <= 4 or not all(map(_NUMBER.fullmatch, parts)):
        return None
    try:
        *first, last = (_number(each) for each in parts)
        if any(each > 255 for each in first):
            return None
        return ipaddress.IPv4Address(sum(each << 8 * (3 - place) for place, each in enumerate(first)) + last)
    except ValueError:
        return None


def _number(digits: str) -> int:
    if digits.lower().startswith("0x"):
        return int(digits[2:] or "0", 16)
    return int(digits, 8 if len(digits) > 1 and digits.startswith("0") else 10)
