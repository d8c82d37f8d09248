import pytest

from isigurt.takedown.delivery_networks import delivery_network, known_networks


@pytest.mark.parametrize(
    ("organisations", "aliases", "name"),
    [
        (["CLOUDFLARENET"], [], "Cloudflare"),
        (["Cloudflare, Inc."], [], "Cloudflare"),
        ([], ["d111.cloudfront.net."], "Amazon CloudFront"),
        ([], ["www.host.example", "E123.a.akamaiedge.net"], "Akamai"),
    ],
)
def test_a_delivery_network_is_known_by_organisation_or_alias(organisations, aliases, name):
    found = delivery_network(organisations=organisations, aliases=aliases)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("organisations", "aliases"),
    [
        (["Cloudflared Hosting Fans"], []),
        (["Example Hosting B.V."], ["www.host.example"]),
        ([], ["cloudfront.net.host.example"]),
        ([], ["notcloudfront.net"]),
        (["", ""], []),
    ],
)
def test_what_only_looks_like_one_is_not_taken_for_it(organisations, aliases):
    assert delivery_network(organisations=organisations, aliases=aliases) is None


def test_every_network_says_where_it_can_be_checked():
    assert all(network.source and (network.names or network.organisations) for network in known_networks())
    assert len({network.name for network in known_networks()}) == len(known_networks())
