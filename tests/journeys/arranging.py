"""Meetings and their agendas, as officers and clerks both arrange them."""

from datetime import date

from tests.journeys.person import Person


def call_a_meeting(person: Person, day: date, time: str, venue: str) -> None:
    person.press("Add a meeting")
    person.arrive("Add a meeting")
    person.type_date("Date and time", day)
    person.type("Time", time)
    person.type("Venue", venue)
    person.press("Save")
    person.sees("The meeting is in the calendar.")
    person.look()


def add_an_item(person: Person, title: str, purpose: str) -> None:
    person.press("Add an item")
    person.arrive("Add an agenda item")
    person.type("Title", title)
    person.type("What the panel is asked to do", purpose)
    person.press("Save")
    person.sees("is on the agenda.")
    person.look()
