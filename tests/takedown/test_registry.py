import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.registry import RegistryGarbage, read_network


def card(name="", mail="", kind="org"):
    fields = [["version", {}, "text", "4.0"], ["kind", {}, "text", kind], ["fn", {}, "text", name]]
    if mail:
        fields.append(["email", {}, "text", mail])
    return ["vcard", fields]


def entity(*roles, name="", mail="", inside=()):
    return {
        "objectClassName": "entity",
        "handle": f"H-{name}",
        "roles": list(roles),
        "vcardArray": card(name, mail),
        "entities": list(inside),
    }


def answer(*entities, **more):
    return json.loads(
        json.dumps(
            {
                "objectClassName": "ip network",
                "handle": "NET-1",
                "name": "EXAMPLE-NET",
                "startAddress": "203.0.113.0",
                "endAddress": "203.0.113.255",
                "ipVersion": "v4",
                "country": "NL",
                "entities": list(entities),
                **more,
            }
        )
    )


def read(*entities, **more):
    return read_network(answer(*entities, **more), address="203.0.113.7")


def test_the_abuse_contact_is_the_entity_with_the_role_abuse():
    found = read(
        entity("registrant", name="Example Hosting B.V.", mail="owner@host.example"),
        entity("technical", name="NOC", mail="noc@host.example"),
        entity("abuse", name="Abuse", mail="Abuse@HOST.example"),
    )
    assert found.abuse_mails == ("Abuse@host.example",)
    assert found.provider == "Example Hosting B.V."
    assert found.country == "NL"


def test_an_abuse_contact_inside_another_entity_is_found():
    inner = entity("abuse", name="Abuse desk", mail="abuse@host.example")
    assert read(entity("registrant", name="Example", inside=[inner])).abuse_mails == ("abuse@host.example",)


def test_registrants_and_resellers_are_never_proposed():
    found = read(
        entity("registrant", "abuse", name="Owner", mail="owner@host.example"),
        entity("reseller", name="Reseller", mail="sales@reseller.example"),
        entity("abuse", name="same person", mail="owner@host.example"),
        entity("reseller", name="R", inside=[entity("abuse", name="a", mail="abuse@reseller.example")]),
    )
    assert found.abuse_mails == ()
    assert set(found.barred_mails) == {"owner@host.example", "sales@reseller.example"}


def test_a_contact_that_is_no_mail_address_is_passed_over():
    found = read(
        entity("abuse", name="Trick", mail="abuse@host.example\r\nBcc: victim@other.example"),
        entity("abuse", name="Good", mail="abuse@host.example"),
    )
    assert found.abuse_mails == ("abuse@host.example",)


def test_names_lose_control_signs_and_endless_length():
    found = read(entity("registrant", name="Bad\x00\u202e\nname" + "x" * 500))
    assert "\n" not in found.provider
    assert "\u202e" not in found.provider
    assert len(found.provider) <= 120


def test_a_country_that_is_none_is_left_out():
    assert read(country="Netherlands").country == ""


@pytest.mark.parametrize(
    "shape",
    [
        {},
        {"objectClassName": "domain"},
        {"objectClassName": ["ip network"]},
        {"objectClassName": "ip network", "cidr0_cidrs": [17]},
        {"objectClassName": "ip network", "startAddress": 5, "endAddress": {}},
    ],
)
def test_garbage_is_named_as_such(shape):
    with pytest.raises(RegistryGarbage):
        read_network(shape, address="203.0.113.7")


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["abuse", "registrant", "vcard"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["entities", "roles", "vcardArray", "email", "handle", "country", "cidr0_cidrs", "links"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


@given(
    st.dictionaries(st.sampled_from(["entities", "name", "country", "cidr0_cidrs", "startAddress", "handle"]), values)
)
def test_no_answer_of_any_shape_does_more_than_be_garbage(shape):
    try:
        found = read_network({"objectClassName": "ip network", **shape}, address="203.0.113.7")
    except RegistryGarbage:
        return
    assert all("\n" not in mail for mail in found.abuse_mails)


def test_entities_nested_without_end_are_read_to_a_bound():
    inner = entity("abuse", name="deep", mail="abuse@host.example")
    for _ in range(50):
        inner = entity("registrant", name="outer", inside=[inner])
    assert read(inner).abuse_mails == ()
