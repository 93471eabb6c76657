"""The demo panel: its settings, its councils, the people, and who can sign in.

All invented. Addresses use a domain reserved for examples (RFC 2606).
"""

from datetime import date

from .records import Account, Council, PanelSettings, Person

PANEL = PanelSettings(
    name="Estermere Police and Crime Panel",
    host_authority="Estermere County Council",
    force_area="Estermere",
    office_title="Police and Crime Commissioner",
    office_short="PCC",
    nation="ENG",
    notice_days=5,
    contact_name="Naomi Westerdale",
    contact_email="officer@demo.example",
    contact_telephone="01632 960418",  # a number reserved for drama
)

# Ten councillors, the fewest that an area of four authorities may have, and two co-opted
# members (Police Reform and Social Responsibility Act 2011, Schedule 6).
COUNCILS = (
    Council("Kelminster City Council", "city", seats=4),
    Council("Estermere County Council", "county", seats=4, is_host=True),
    Council("Skelhaven Borough Council", "borough", seats=1),
    Council("Orrandale District Council", "district", seats=1),
)


def _councillor(
    key: str, name: str, council: str, started: date, position: str = "member", email: str = ""
) -> Person:
    address = email or f"{name.lower().replace(' ', '.')}@demo.example"
    return Person(key, f"Councillor {name}", address, "member", council, position, started=started)


def _co_opted(key: str, name: str, started: date) -> Person:
    address = f"{key}@demo.example"
    post = "Independent co-opted member"
    return Person(key, name, address, "member", post, "member", True, started)


def _office(key: str, name: str, post: str) -> Person:
    return Person(key, name, f"{key}@demo.example", "office", post)


def _officer(key: str, name: str, post: str, email: str) -> Person:
    return Person(key, name, email, "officer", post)


CITY = "Kelminster City Council"
COUNTY = "Estermere County Council"
BOROUGH = "Skelhaven Borough Council"
DISTRICT = "Orrandale District Council"

PEOPLE = (
    _councillor(
        "tillerby", "Joan Tillerby", COUNTY, date(2021, 5, 20), "chair", "chair@demo.example"
    ),
    _councillor("rahmanzai", "Yusuf Rahmanzai", CITY, date(2023, 5, 25), "vice-chair"),
    _councillor("aldwick", "Peter Aldwick", COUNTY, date(2025, 5, 22)),
    _councillor("okonta", "Grace Okonta", COUNTY, date(2025, 5, 22)),
    _councillor("scrivenby", "Martin Scrivenby", COUNTY, date(2021, 5, 20)),
    _councillor(
        "fennimore", "Bridget Fennimore", CITY, date(2024, 5, 23), email="member@demo.example"
    ),
    _councillor("castleray", "Leon Castleray", CITY, date(2026, 5, 21)),
    _councillor("sidhra", "Parveen Sidhra", CITY, date(2023, 5, 25)),
    _councillor("nethersby", "Carol Nethersby", BOROUGH, date(2023, 5, 25)),
    _councillor("brathwood", "Alan Brathwood", DISTRICT, date(2019, 5, 23)),
    _co_opted("kentigern", "Dr Amara Kentigern", date(2024, 9, 20)),
    _co_opted("garrowdale", "Stephen Garrowdale", date(2022, 9, 16)),
    _officer("westerdale", "Naomi Westerdale", "Panel Officer", "officer@demo.example"),
    _officer("arkenby", "Philip Arkenby", "Clerk to the Panel", "clerk@demo.example"),
    _officer("raghavendar", "Sunita Raghavendar", "Monitoring Officer", "monitoring@demo.example"),
    _officer("trevannock", "Owen Trevannock", "Systems Administrator", "admin@demo.example"),
    _office("hallorby", "Ruth Hallorby", "Police and Crime Commissioner"),
    _office("varanker", "Dinesh Varanker", "Chief Executive, Office of the Commissioner"),
    _office("tessling", "Moira Tessling", "Chief Finance Officer, Office of the Commissioner"),
    Person("wraysbeck", "Iain Wraysbeck", "chief@demo.example", "other", "Chief Constable"),
)

PASSWORD = "estermere-demo"  # noqa: S105 - printed by the demo for anyone to use
ACCOUNTS = (
    Account("westerdale", ("officer",), "read in the letter, compare the plans, confirm verdicts"),
    Account("arkenby", ("clerk",), "prepare the December meeting and make its packs"),
    Account("fennimore", ("member",), "read what is open before the meeting"),
    Account("tillerby", ("member",), "read as the Chair"),
    Account("trevannock", ("administrator",), "add people and change the panel's settings"),
)
