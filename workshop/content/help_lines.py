"""Directories of help services: what the file says, and how it reads."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.model import Frozen
from workshop.core.text import Said
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


class Country(Frozen):
    """The services of one country."""

    name: Said
    services: Annotated[tuple[Service, ...], Field(min_length=1)]


class HelpLines(Frozen):
    """`help/lines.toml`."""

    format: Literal[1]
    emergency: Said
    note: Said
    directories: Annotated[tuple[Service, ...], Field(min_length=1)]
    countries: tuple[Country, ...] = ()

    def country(self, name: str) -> Country | None:
        """Return the services of a country, if any are listed."""
        wanted = name.strip().casefold()
        return next((found for found in self.countries if found.name.casefold() == wanted), None)

    def lines(self, today: date, country: str | None = None) -> tuple[str, ...]:
        """Return the page, a paragraph each: emergency, services of `country`, directories."""
        page = [_("Help lines"), self.emergency]
        if country is not None:
            found = self.country(country)
            current = [
                service
                for service in (found.services if found else ())
                if today - service.checked <= STALE
            ]
            page.extend(_told(service) for service in current)
            if not current:
                page.append(
                    _(
                        "No service is listed here for that country with a recent check. These"
                        " directories list services by country:"
                    )
                )
        page.extend(_told(service) for service in self.directories)
        page.append(self.note)
        return tuple(page)


def _told(service: Service) -> str:
    told = [service.name, f"  {service.for_whom}", f"  {service.url}"]
    if service.phone:
        told.append(f"  {service.phone}")
    told.append("  " + _("Looked up {day}.").format(day=service.checked.isoformat()))
    return "\n".join(told)
