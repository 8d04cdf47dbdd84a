"""Prints the holiday table of the domain from the data set `holidays`.

Owns which days are taken and how they are written. Which version is asked and where the table goes
stands in src/holidays.rs. The same version gives the same bytes, on every system.
"""

import importlib.metadata
import re
import sys
import warnings

import holidays

YEARS = range(2020, 2041)
EVERY_YEAR = "*"
# Kosovo: in use, but no code of ISO 3166-1, which is what an account's country is checked against.
NO_COUNTRY = {"XK"}
# Regions that the data set calls otherwise than ISO 3166-2 does.
ISO_REGION = {"BQ-BON": "BQ-BO", "BQ-SAB": "BQ-SA", "BQ-STA": "BQ-SE", "IT-AO": "IT-23"}

HEADER = """\
# Public holidays of {countries} countries and {regions} regions, {first} to {last}, days observed instead included.
# Generated and committed on purpose: never edit it, run `cargo xtask holidays`. docs/decisions/0010-holidays.md says more.
#
# COUNTRY YEAR DAYS            all holidays of the country in that year, as MMDD
# COUNTRY-REGION YEAR DAYS     what the region adds; a day after a minus is none there. Regions without a
#                              difference have no line. Codes are those of ISO 3166-1 and ISO 3166-2.
# A star instead of the year holds for every year of the table.
#
# Made from `holidays` {version}, https://pypi.org/project/holidays/{version}/, under this licence:
#
{licence}
"""


def days(country, region=None):
    """The public holidays of one place, as `(year, "MMDD")`.

    One year more is asked at both ends, because a day may be observed on the other side of New Year.
    """
    asked = range(YEARS.start - 1, YEARS.stop + 1)
    found = holidays.country_holidays(country, region, years=asked, categories=(holidays.PUBLIC,))
    return {(day.year, f"{day:%m%d}") for day in found if day.year in YEARS}


def lines(key, added, gone):
    """The lines of one place: first what every year has, then each year's own."""
    tokens = {year: set() for year in YEARS}
    for sign, marked in (("", added), ("-", gone)):
        for year, day in marked:
            tokens[year].add(sign + day)
    always = set.intersection(*tokens.values())
    rows = [(EVERY_YEAR, always)] + [(year, tokens[year] - always) for year in YEARS]
    return [f"{key} {when} {' '.join(sorted(row, key=day_first))}" for when, row in rows if row]


def day_first(token):
    """Sorts a day that is taken away among those that are added."""
    return token.lstrip("-")


def table():
    """The lines of every place, by its code."""
    places = {}
    for country, subdivisions in holidays.list_supported_countries(include_aliases=False).items():
        if country in NO_COUNTRY:
            continue
        national = days(country)
        places[country] = lines(country, national, set())
        # Cities, language communities and school zones have names instead of codes: no account can name them.
        for region in filter(re.compile("[A-Z0-9]{1,3}").fullmatch, subdivisions):
            regional = days(country, region)
            code = ISO_REGION.get(f"{country}-{region}", f"{country}-{region}")
            places[code] = lines(code, regional - national, national - regional)
    return {code: rows for code, rows in places.items() if rows}


def licence():
    """The data set's own notice, which has to travel with every copy."""
    files = importlib.metadata.files("holidays")
    notice = next(file for file in files if file.name == "LICENSE").read_text(encoding="utf-8")
    return "\n".join(f"# {line}".rstrip() for line in notice.strip().splitlines())


def main():
    # Calendars that end before the last year are named in the decision, not on every run.
    warnings.simplefilter("ignore")
    places = table()
    regions = sum("-" in code for code in places)
    header = HEADER.format(
        countries=len(places) - regions,
        regions=regions,
        first=YEARS[0],
        last=YEARS[-1],
        version=importlib.metadata.version("holidays"),
        licence=licence(),
    )
    rows = sorted(row for rows in places.values() for row in rows)
    sys.stdout.buffer.write((header + "\n".join(rows) + "\n").encode())


main()
