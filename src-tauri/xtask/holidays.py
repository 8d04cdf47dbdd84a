"""Prints the holiday table of the domain from the data set `holidays`.

Owns which days are taken, what they are called and how both are written. Which version is asked and where the table goes
stands in src/holidays.rs. The same version gives the same bytes, on every system.
"""

import collections
import importlib.metadata
import re
import sys
import warnings

import holidays

YEARS = range(2020, 2041)
EVERY_YEAR = "*"
# The English that names are taken in, the first that the set has.
ENGLISH = ("en_GB", "en_US", "en")
# Kosovo: in use, but no code of ISO 3166-1, which is what an account's country is checked against.
NO_COUNTRY = {"XK"}
# Regions that the data set calls otherwise than ISO 3166-2 does.
ISO_REGION = {"BQ-BON": "BQ-BO", "BQ-SAB": "BQ-SA", "BQ-STA": "BQ-SE", "IT-AO": "IT-23"}

HEADER = """\
# Public holidays of {countries} countries and {regions} regions, {first} to {last}, days observed instead included.
# Generated and committed on purpose: never edit it, run `cargo xtask holidays`. docs/decisions/0010-holidays.md says more.
#
# COUNTRY YEAR DAYS            all holidays of the country in that year, as MMDD and the number of their name
# COUNTRY-REGION YEAR DAYS     what the region adds; a day after a minus is none there, and has no name. Regions without
#                              a difference have no line. Codes are those of ISO 3166-1 and ISO 3166-2.
# A star instead of the year holds for every year of the table.
# =NUMBER NAME                 what a day is called, in English where the set says it; numbers are to the base of 36.
#
# Made from `holidays` {version}, https://pypi.org/project/holidays/{version}/, under this licence:
#
{licence}
"""


def days(country, region=None):
    """The public holidays of one place, as the names of each `(year, "MMDD")`.

    One year more is asked at both ends, because a day may be observed on the other side of New Year.
    """
    asked = range(YEARS.start - 1, YEARS.stop + 1)
    language = english(country)
    found = holidays.country_holidays(
        country, region, years=asked, categories=(holidays.PUBLIC,), language=language
    )
    return {(day.year, f"{day:%m%d}"): name for day, name in found.items() if day.year in YEARS}


def english(country):
    """The set's English for a country, or nothing where the set has only one language for it."""
    spoken = getattr(holidays, country).supported_languages
    return next((tongue for tongue in ENGLISH if tongue in spoken), None)


def lines(key, added, gone):
    """The lines of one place: first what every year has, then each year's own."""
    tokens = {year: set() for year in YEARS}
    for (year, day), name in added.items():
        tokens[year].add((day, name))
    for year, day in gone:
        tokens[year].add((day, None))
    always = set.intersection(*tokens.values())
    rows = [(EVERY_YEAR, always)] + [(year, tokens[year] - always) for year in YEARS]
    return [(key, when, sorted(row, key=day_first)) for when, row in rows if row]


def day_first(token):
    """Sorts a day that is taken away, which has no name, among those that are added."""
    day, name = token
    return day, name or ""


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
            added = {day: name for day, name in regional.items() if day not in national}
            places[code] = lines(code, added, national.keys() - regional.keys())
    return {code: rows for code, rows in places.items() if rows}


def numbered(rows):
    """Every name with its number, those that are said most often first, so that their numbers are short."""
    said = collections.Counter(name for _, _, days in rows for _, name in days if name)
    names = sorted(said, key=lambda name: (-said[name], name))
    return {name: base36(number) for number, name in enumerate(names)}


def base36(number):
    """A number to the base of 36."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    head = base36(number // 36) if number >= 36 else ""
    return head + digits[number % 36]


def written(row, numbers):
    """A row of the table as it stands there."""
    key, when, days = row
    return " ".join([key, str(when)] + [day + numbers[name] if name else "-" + day for day, name in days])


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
    rows = [row for code in sorted(places) for row in places[code]]
    numbers = numbered(rows)
    names = [f"={number} {name}" for name, number in numbers.items()]
    table_rows = sorted(written(row, numbers) for row in rows)
    sys.stdout.buffer.write((header + "\n".join(names + table_rows) + "\n").encode())


main()
