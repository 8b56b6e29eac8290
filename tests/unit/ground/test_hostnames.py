"""Hosts that no citizen reaches, in every form that a browser takes for them, and hosts that look like them."""

from __future__ import annotations

import pytest

from ita_site.ground.hostnames import Unreachable, unreachable


@pytest.mark.parametrize(
    "host",
    [
        *(
            "localhost",
            "LOCALHOST.",
            "ita.localhost",
            "server.local",
            "nas.lan",
            "intranet",
            "127.0.0.1",
            "127.1",
            "127.8.9.1",
        ),
        *("10.0.0.5", "172.16.0.1", "192.168.1.1", "169.254.1.1", "2130706433", "0x7f000001", "0177.0.0.1"),
        *("0", "0x7f.1", "3232235777", "::1", "[::1]", "fe80::1%eth0", "fd00::1", "::ffff:192.168.1.1", "100.64.0.1"),
    ],
)
def test_a_machine_of_the_office_is_reached_by_nobody_else(host: str) -> None:
    assert unreachable(host) is Unreachable.LOCAL


@pytest.mark.parametrize(
    "host", ["ita.example", "example.com", "www.example.go.th", "ita.EXAMPLE.org", "ita.test", "a.invalid"]
)
def test_an_example_is_no_host(host: str) -> None:
    assert unreachable(host) is Unreachable.EXAMPLE


@pytest.mark.parametrize(
    "host",
    [
        *("www.oic.go.th", "localhost.go.th", "examples.go.th", "test.go.th", "8.8.8.8", "134744072", "2001:4860::8"),
        *("172.32.0.1", "192.169.1.1", "10.go.th", "0x.go.th", "1.2.3.4.5", "256.1.1.1", "99999999999", "0999.1.1.1"),
        *("", "..", "1..2", "[", ":::"),
    ],
)
def test_every_other_host_is_left_alone(host: str) -> None:
    assert unreachable(host) is None
