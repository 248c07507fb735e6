"""Directories of help services: what the file says, and how it reads."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.text import NAME_LIMIT, one_line
from workshop.errors import Refused
from workshop.words import _

STALE = timedelta(days=365)
"""After so long an entry points to the directories instead."""


class Service(Frozen):
    """A service, whom it is for, where it is, and when and how that was looked up."""

    name: Said
    for_whom: Annotated[Said, Field(alias="for")]
    url: Said
    phone: Said | None = None
    source: Said
    how: Said
    checked: date


class Emergency(Frozen):
    """What is called in danger, and when and how that was looked up."""

    number: Said
    source: Said
    how: Said
    checked: date


class Country(Frozen):
    """The services of one country, and what is called there in danger."""

    name: Said
    emergency: Emergency | None = None
    services: Annotated[tuple[Service, ...], Field(min_length=1)]


class HelpLines(Frozen):
    """`help/lines.toml`."""

    format: Literal[1]
    emergency: Said
    note: Said
    directories: Annotated[tuple[Service, ...], Field(min_length=1)]
    countries: tuple[Country, ...] = ()

    def country(self, name: str) -> tuple[str, Country | None]:
        """Return a country's name in English, and what is listed of it, if anything is.

        Args:
            name: what it is called, in whatever language, or its code; see `countries.find`.

        Raises:
            Refused: nothing is called so, or more than one; names the nearest, and what is listed.
        """
        for listed in self.countries:
            if listed.name.casefold() == name.strip().casefold():
                return listed.name, listed
        from workshop.content import countries

        found = countries.find(name)
        if not found.codes:
            near = [countries.called(code) for code in found.near]
            raise Refused(self._not_found(one_line(name), near))
        (code,) = found.codes
        for listed in self.countries:
            if countries.find(listed.name).codes == found.codes:
                return listed.name, listed
        return countries.called(code), None

    def _not_found(self, name: str, near: list[str]) -> str:
        said = [_("No country is known here as “{name}”.").format(name=name[:NAME_LIMIT])]
        if near:
            said.append(_("The nearest: {names}.").format(names=_listed(near)))
        listed = _(
            "Services are listed for {names}. `workshop help-lines` alone prints directories for"
            " every country."
        )
        said.append(listed.format(names=_listed(one.name for one in self.countries)))
        return " ".join(said)

    def lines(self, today: date, country: str | None = None) -> tuple[str, ...]:
        """Return the page, a paragraph each: emergency, services of `country`, directories.

        Raises:
            Refused: no country is called so.
        """
        page = [_("Help lines"), self.emergency]
        if country is not None:
            name, listed = self.country(country)
            page[0] = _("Help lines: {country}").format(country=name)
            services = listed.services if listed is not None else ()
            called = listed.emergency if listed is not None else None
            if called is not None and today - called.checked <= STALE:
                said = _("In danger now, in {country}: call {number}.")
                page[1] = said.format(country=name, number=called.number)
            current = [service for service in services if today - service.checked <= STALE]
            page.extend(_told(service) for service in current)
            if not current:
                page.append(
                    _(
                        "No service is listed here for {country} with a recent check. These"
                        " directories list services by country:"
                    ).format(country=name)
                )
        page.extend(_told(service) for service in self.directories)
        page.append(self.note)
        return tuple(page)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _told(service: Service) -> str:
    told = [service.name, f"  {service.for_whom}", f"  {service.url}"]
    if service.phone:
        told.append(f"  {service.phone}")
    told.append("  " + _("Looked up {day}.").format(day=service.checked.isoformat()))
    return "\n".join(told)
