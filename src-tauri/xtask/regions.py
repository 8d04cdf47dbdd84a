"""Prints which regions keep the holidays of which, from the containment of regions in Unicode's CLDR.

Owns how the tree becomes lines. The table of holidays is named by the first argument, CLDR's archive by the second; which
versions are asked and where the lines go stands in src/holidays.rs. The same versions give the same bytes.
"""

import collections
import json
import pathlib
import sys
import tarfile

import holidays

# The European Collectivity of Alsace, as ISO 3166-2 has it since 2021; CLDR has both beside it, in Grand Est.
ALSACE = {"FR-67": "FR-6AE", "FR-68": "FR-6AE"}

HEADER = """\
# Which regions keep the holidays of which: the parts of {holding} regions, and {mixing} whose parts differ.
# Generated and committed on purpose: never edit it, run `cargo xtask holidays`. docs/decisions/0010-holidays.md says more.
#
# COUNTRY-REGION holds PARTS     the parts keep the days that `holidays.txt` has for the region
# COUNTRY-REGION mixes PARTS     the region has no days of its own there, but these parts of it have
# Codes are those of ISO 3166-2; parts are their second halves.
#
# Made from `cldr-core` {version} of the Unicode CLDR project, under this licence:
#
{licence}
"""


def iso(code):
    """A code as ISO 3166-2 writes it: `gbeng` is GB-ENG."""
    code = code.upper()
    return f"{code[:2]}-{code[2:]}" if len(code) > 2 else code


def parents(said):
    """What each region lies in: another region, or the country."""
    groups = json.loads(said)["supplemental"]["subdivisionContainment"]
    found = {iso(part): iso(whole) for whole, group in groups.items() for part in group["_contains"]}
    return found | ALSACE


def above(region, up):
    """The regions that a region lies in, the nearest first."""
    while (region := up.get(region, "")).count("-"):
        yield region


def lines(up, table):
    """The line of each region that holds or mixes."""
    supported = holidays.list_supported_countries(include_aliases=False)
    # A region that the set knows and that has no line keeps its country's days, wherever it lies.
    known = {f"{country}-{region}" for country, regions in supported.items() for region in regions} | table
    said = collections.defaultdict(set)
    for region in up.keys() - known:
        holder = next((whole for whole in above(region, up) if whole in known), None)
        if holder in table:
            said[holder, "holds"].add(region)
    for region in table:
        for whole in above(region, up):
            if whole not in known:
                said[whole, "mixes"].add(region)
    return {key: sorted(part.split("-")[1] for part in parts) for key, parts in said.items()}


def commented(text):
    """A text as comment lines."""
    return "\n".join(f"# {line}".rstrip() for line in text.strip().splitlines())


def main():
    days, archive = sys.argv[1:]
    text = pathlib.Path(days).read_text(encoding="utf-8")
    with tarfile.open(archive) as cldr:
        read = lambda name: cldr.extractfile(f"package/{name}").read().decode()
        containment, package, licence = map(
            read, ["supplemental/subdivisionContainment.json", "package.json", "LICENSE"]
        )
    table = {line.split(" ")[0] for line in text.splitlines() if line[:2].isupper() and line[2:3] == "-"}
    found = lines(parents(containment), table)
    header = HEADER.format(
        holding=sum(word == "holds" for _, word in found),
        mixing=sum(word == "mixes" for _, word in found),
        version=json.loads(package)["version"],
        licence=commented(licence),
    )
    rows = sorted(f"{region} {word} {' '.join(parts)}" for (region, word), parts in found.items())
    sys.stdout.buffer.write((header + "\n".join(rows) + "\n").encode())


main()
