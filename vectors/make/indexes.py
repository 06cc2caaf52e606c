"""Vectors about requests to an address index: the example index of the repository, taken one step away from itself."""

import copy
import datetime
import tomllib
from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "examples/data/index.toml"


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(its) for key, its in value.items()}
    if isinstance(value, list):
        return [_plain(its) for its in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


BASE = _plain(tomllib.loads(FILE.read_text(encoding="utf-8")))
CM = "connection-models/"


def record(index, kind, **told):
    """The one record that says this."""
    found = [its for its in index[kind] if all(its.get(key) == value for key, value in told.items())]
    assert len(found) == 1, (kind, told, len(found))
    return found[0]


def changed(*steps):
    index = copy.deepcopy(BASE)
    for step in steps:
        step(index)
    return index


def put(kind, about, **values):
    """Other values in one record; None takes a field away."""

    def step(index):
        its = record(index, kind, **about)
        for key, value in values.items():
            its.pop(key, None) if value is None else its.update({key: value})

    return step


def drop(kind, **about):
    return lambda index: index[kind].remove(record(index, kind, **about))


def add(kind, **values):
    return lambda index: index.setdefault(kind, []).append(values)


def header(**values):
    return lambda index: index.update(values)


CLINIC = {"for": "clinic", "access_point": "clinic-ap"}
RELAY = {"for": "clinic", "access_point": "valittaja-ap"}
MAIN = {"for": "main-pharmacy", "access_point": "main-pharmacy-ap"}
AREA = {"for": "home-care", "access_point": "welfare-area-ap"}
UNIT_1, UNIT_2, UNIT_3 = (f"1.2.246.10.12345671.10.{n}" for n in (1, 2, 3))
DAY = {"on": "2025-12-01"}
RX, PD, RR, SW = ({"service": name} for name in ("prescription", "patient-data", "renewal-requests", "social-welfare"))
P = "permit"


def no(*faults):
    return [fault if "/" in fault else CM + fault for fault in faults]


RIGHT = {"for": "clinic", "access_point": "clinic-ap", "service": "prescription"}
KELA = {"service": "reimbursement-query"}
AGREED = {"between": ["apteekkari", "kela"]}


def kela(start, until=None):
    return put("agreement", AGREED, until=until, **{"from": start})


# The steps, what is asked, the answer, the clause, the grounds, and why.
CASES = [
    # The triple of figure 2, and its days.
    ("right", [], {**CLINIC, **RX, **DAY}, P, "4.2.1", ["KG-4.2.1-a"], "A right to the service through the access point."),
    ("right", [], {**CLINIC, **RX, "on": "2024-03-01"}, P, "4.2.1", ["KG-4.2.1-a"], "The first day of the right."),
    ("right", [], {**CLINIC, **RX, "on": "2024-02-29"}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The day before it."),
    ("right", [put("right", RIGHT, until="2026-01-01")], {**CLINIC, **RX, "on": "2025-12-31"}, P, "4.2.1", ["KG-4.2.1-a"], "The last day: the end is not part of it."),
    ("right", [put("right", RIGHT, until="2026-01-01")], {**CLINIC, **RX, "on": "2026-01-01"}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The end."),
    ("right", [put("right", RIGHT, **{"from": None})], {**CLINIC, **RX, **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "Since when it runs is not known: what is not known is denied."),
    ("right", [], {**CLINIC, "service": "imaging", **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a", "reading-25"], "No right to that service."),
    ("right", [], {**RELAY, **RX, **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a", "reading-25"], "A right to the service, and through another access point: rights are triples."),
    ("right", [], {**RELAY, **PD, **DAY}, P, "4.2.1", ["KG-4.2.1-a"], "Through the intermediary's access point."),
    ("right", [], {"for": "valittaja", "access_point": "valittaja-ap", **PD, **DAY}, no("no-right-on-the-day", "service-used-by-intermediary"), "4.2.1", ["KG-2.1-c", "KG-4.2.1-a"], "An intermediary has no right, and could be given none."),
    ("right", [], {"for": "home-care", "access_point": "clinic-ap", **RX, **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "Somebody else's right."),
    ("right", [drop("right", **RIGHT)], {**CLINIC, **RX, **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The right was withdrawn."),
    ("right", [], {"for": "1.2.246.10.99999999.10.0", "access_point": "clinic-ap", **RX, **DAY}, no("right-subject-not-in-index", "no-right-on-the-day"), "4.2", ["KG-4.2-c"], "The index holds no such party."),
    # The data set ends.
    ("expiry", [], {**CLINIC, **RX, "on": "2026-11-30"}, P, "of this index", ["address index, expiry"], "The last day of the data set."),
    ("expiry", [], {**CLINIC, **RX, "on": "2026-12-01"}, no("address-index/data-set-expired"), "of this index", ["address index, expiry"], "From its expiry on every answer is deny."),
    # Agreements with intermediaries.
    ("agreement", [], {**RELAY, **PD, "on": "2027-01-31"}, no("address-index/data-set-expired"), "of this index", ["address index, expiry"], "Expired, although the agreement runs on this day."),
    ("agreement", [header(expires="2028-01-01")], {**RELAY, **PD, "on": "2027-01-31"}, P, "2.4", ["KG-2.4-h"], "The last day of the agreement."),
    ("agreement", [header(expires="2028-01-01")], {**RELAY, **PD, "on": "2027-02-01"}, no("agreement-with-intermediary-missing"), "2.4", ["KG-2.4-h"], "The agreement has ended."),
    ("agreement", [put("agreement", {"between": ["clinic", "valittaja"]}, **{"from": "2025-12-01"})], {**RELAY, **PD, **DAY}, P, "2.4", ["KG-2.4-h"], "The first day of the agreement."),
    ("agreement", [put("agreement", {"between": ["clinic", "valittaja"]}, **{"from": "2025-12-02"})], {**RELAY, **PD, **DAY}, no("agreement-with-intermediary-missing"), "2.4", ["KG-2.4-h"], "The day before it."),
    ("agreement", [drop("agreement", between=["clinic", "valittaja"])], {**RELAY, **PD, **DAY}, no("agreement-with-intermediary-missing"), "2.4", ["KG-2.4-h"], "There is no agreement."),
    ("agreement", [drop("agreement", between=["clinic", "valittaja"])], {**CLINIC, **PD, **DAY}, P, "2.4", ["KG-2.4-h"], "Through its own access point no agreement with an intermediary is needed."),
    ("intermediary", [put("party", {"id": "valittaja"}, register_entry=False)], {**RELAY, **PD, **DAY}, no("intermediary-not-registered"), "2.4", ["KG-2.4-f"], "An intermediary that stands in no register."),
    ("intermediary", [put("party", {"id": "valittaja"}, register_entry="2025-12-01")], {**RELAY, **PD, **DAY}, P, "2.4", ["KG-2.4-f"], "The day of its entry."),
    ("intermediary", [put("party", {"id": "valittaja"}, register_entry="2025-12-02")], {**RELAY, **PD, **DAY}, no("intermediary-not-registered"), "2.4", ["KG-2.4-f"], "The day before its entry."),
    ("intermediary", [put("party", {"id": "valittaja"}, register_entry=None)], {**RELAY, **PD, **DAY}, no("intermediary-not-registered"), "2.4", ["KG-2.4-f"], "Whether it stands there is not known: denied."),
    ("intermediary", [add("right", **{"for": "valittaja", "access_point": "valittaja-ap", "service": "patient-data", "from": "2025-09-15"})], {"for": "valittaja", "access_point": "valittaja-ap", **PD, **DAY}, no("service-used-by-intermediary"), "2.1", ["KG-2.1-c", "KG-2.2-a"], "A right that the guide cannot give to an intermediary."),
    # Identifiers.
    ("identifier", [put("access_point", {"id": "clinic-ap"}, oid="1.2.246.10.99999999.10.0.13.1")], {**CLINIC, **RX, **DAY}, no("oid-not-under-administrator"), "3.1.3", ["KG-3.1.3-b"], "The access point's OID stands under somebody else's."),
    ("identifier", [put("party", {"id": "clinic"}, register=None)], {**CLINIC, **RX, **DAY}, "deny", "2.2", ["KG-2.2-g"], "In which register it stands is not known: denied."),
    ("identifier", [put("party", {"id": "clinic"}, register="pharmacy")], {**CLINIC, **RX, **DAY}, no("owner-oid-of-another-register"), "3.1.3", ["KG-3.1.3-f"], "An OID of the SOTE register in the pharmacy register."),
    ("identifier", [put("party", {"id": "clinic"}, register="intermediary")], {**CLINIC, **RX, **DAY}, no("party-in-no-register", "owner-oid-of-another-register"), "2.2", ["KG-2.2-g"], "The register of intermediaries is none of the three."),
    ("service", [add("right", **{**RIGHT, "service": "phr", "from": "2025-09-15"})], {**CLINIC, "service": "phr", **DAY}, no("right-to-service-outside-the-guide"), "1", ["KG-1-c"], "The personal health repository is outside the guide."),
    # Renewal requests.
    ("renewals", [], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, P, "4.2.1", ["KG-4.2.1-c", "KG-4.2.1-d"], "An annotated unit."),
    ("renewals", [], {**CLINIC, **RR, "unit": UNIT_2, "on": "2025-12-31"}, P, "4.2.1", ["KG-4.2.1-c"], "The last day of the annotation."),
    ("renewals", [], {**CLINIC, **RR, "unit": UNIT_2, "on": "2026-01-01"}, no("service-unit-not-annotated"), "4.2.1", ["KG-4.2.1-c"], "The annotation has ended."),
    ("renewals", [], {**CLINIC, **RR, "unit": UNIT_3, **DAY}, no("service-unit-not-annotated"), "4.2.1", ["KG-4.2.1-d"], "Another unit than the annotated ones."),
    ("renewals", [put("party", {"id": "clinic"}, health_care=False, social_welfare=True)], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, no("renewals-outside-health-care"), "4.2.1", ["KG-4.2.1-b"], "Social welfare alone."),
    ("renewals", [put("party", {"id": "clinic"}, health_care=None)], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, no("renewals-outside-health-care"), "4.2.1", ["KG-4.2.1-b"], "Whether it provides health care is not known: denied."),
    ("renewals", [drop("right", **RIGHT)], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, no("renewals-without-prescription-service"), "4.2.1", ["KG-4.2.1-b"], "No right to the Prescription Service."),
    ("renewals", [put("right", RIGHT, until="2025-12-01")], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, no("renewals-without-prescription-service"), "4.2.1", ["KG-4.2.1-b"], "Its right to the Prescription Service has ended."),
    ("renewals", [put("right", RIGHT, until="2025-12-02")], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, P, "4.2.1", ["KG-4.2.1-b"], "The last day of its right to the Prescription Service."),
    ("renewals", [put("right", RIGHT, access_point="valittaja-ap")], {**CLINIC, **RR, "unit": UNIT_1, **DAY}, P, "4.2.1", ["KG-4.2.1-b", "reading-27"], "Prescriptions through another access point: not settled, and such a right permits."),
    # Pharmacies.
    ("pharmacy", [], {**MAIN, **RX, **DAY}, P, "4.2.2", ["KG-4.2.2-a"], "A pharmacy through its own access point."),
    ("pharmacy", [], {"for": "branch-pharmacy", "access_point": "branch-pharmacy-ap", **RX, **DAY}, P, "4.2.2", ["KG-4.2.2-a"], "A branch through its own."),
    ("pharmacy", [], {"for": "branch-pharmacy", "access_point": "main-pharmacy-ap", **RX, **DAY}, no("pharmacy-without-own-access-point", "no-right-on-the-day"), "4.2.2", ["KG-4.2.2-a"], "A branch through the main pharmacy's."),
    ("pharmacy", [add("right", **{"for": "branch-pharmacy", "access_point": "main-pharmacy-ap", "service": "prescription", "from": "2025-09-15"})], {"for": "branch-pharmacy", "access_point": "main-pharmacy-ap", **RX, **DAY}, no("pharmacy-without-own-access-point"), "4.2.2", ["KG-4.2.2-a"], "A right that the guide cannot give."),
    ("pharmacy", [put("pharmacy", {"id": "main-pharmacy"}, held_from="2025-12-02")], {**MAIN, **RX, **DAY}, no("pharmacy-not-held"), "4.1.2", ["KG-4.1.2-b"], "The pharmacist does not hold it yet."),
    ("pharmacy", [put("pharmacy", {"id": "main-pharmacy"}, held_from="2025-12-01")], {**MAIN, **RX, **DAY}, P, "4.1.2", ["KG-4.1.2-b"], "The first day of holding it."),
    ("pharmacy", [put("pharmacy", {"id": "main-pharmacy"}, held_until="2025-12-02")], {**MAIN, **RX, **DAY}, P, "4.1.2", ["KG-4.1.2-b"], "The last day of holding it."),
    ("pharmacy", [put("pharmacy", {"id": "main-pharmacy"}, held_until="2025-12-01")], {**MAIN, **RX, **DAY}, no("pharmacy-not-held"), "4.1.2", ["KG-4.1.2-b"], "The pharmacist holds it no longer."),
    ("pharmacy", [put("pharmacy", {"id": "main-pharmacy"}, held_from=None)], {**MAIN, **RX, **DAY}, no("pharmacy-not-held"), "4.1.2", ["KG-4.1.2-b"], "Since when it is held is not known: denied."),
    ("kela", [drop("agreement", **AGREED)], {**MAIN, **KELA, **DAY}, no("reimbursement-agreement-missing"), "4.2.2", ["KG-4.2.2-e"], "No agreement with Kela."),
    ("kela", [kela("2025-12-01")], {**MAIN, **KELA, **DAY}, P, "4.2.2", ["KG-4.2.2-e", "reading-33"], "The first day of the agreement."),
    ("kela", [kela("2025-12-02")], {**MAIN, **KELA, **DAY}, no("reimbursement-agreement-missing"), "4.2.2", ["KG-4.2.2-e"], "The day before it."),
    ("kela", [kela("2025-01-01", "2025-12-02")], {**MAIN, **KELA, **DAY}, P, "4.2.2", ["KG-4.2.2-e"], "The last day of the agreement."),
    ("kela", [kela("2025-01-01", "2025-12-01")], {**MAIN, **KELA, **DAY}, no("reimbursement-agreement-missing"), "4.2.2", ["KG-4.2.2-e"], "The agreement has ended."),
    # Tenants.
    ("tenant", [], {**CLINIC, **PD, "tenant": "physio", **DAY}, P, "4.2.1", ["KG-4.2.1-f", "KG-4.2.1-g"], "A tenant works with the joining party's right."),
    ("tenant", [], {**CLINIC, "service": "imaging", "tenant": "physio", **DAY}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-g"], "And with no more than that."),
    ("tenant", [], {"for": "home-care", "access_point": "welfare-area-ap", **SW, "tenant": "physio", **DAY}, no("tenant-not-of-this-party"), "4.2.1", ["KG-4.2.1-g"], "Another party's tenant."),
    ("tenant", [drop("agreement", between=["clinic", "physio"])], {**CLINIC, **PD, "tenant": "physio", **DAY}, no("tenant-agreement-missing"), "2.3", ["KG-2.3-c", "KG-4.1.1-d"], "No mutual agreement."),
    ("tenant", [put("agreement", {"between": ["clinic", "physio"]}, **{"from": "2025-12-01"})], {**CLINIC, **PD, "tenant": "physio", **DAY}, P, "2.3", ["KG-2.3-c"], "The first day of the agreement."),
    ("tenant", [put("agreement", {"between": ["clinic", "physio"]}, **{"from": "2025-12-02"})], {**CLINIC, **PD, "tenant": "physio", **DAY}, no("tenant-agreement-missing"), "2.3", ["KG-2.3-c"], "The day before it."),
    ("tenant", [put("tenant", {"id": "physio"}, sector="public")], {**CLINIC, **PD, "tenant": "physio", **DAY}, no("tenant-not-private"), "4.1.1", ["KG-4.1.1-b"], "The joint model is for private providers."),
    ("tenant", [put("tenant", {"id": "physio"}, sector=None)], {**CLINIC, **PD, "tenant": "physio", **DAY}, no("tenant-not-private"), "4.1.1", ["KG-4.1.1-b"], "Whether the tenant is private is not known: denied."),
    ("tenant", [put("party", {"id": "clinic"}, sector="public")], {**CLINIC, **PD, "tenant": "physio", **DAY}, no("host-of-tenant-not-private"), "4.1.1", ["KG-4.1.1-b"], "The joining party too is private."),
    ("tenant", [put("party", {"id": "clinic"}, sector="public")], {**CLINIC, **PD, **DAY}, P, "4.1.1", ["KG-4.1.1-b"], "Without the tenant nobody asks."),
    ("tenant", [put("tenant", {"id": "physio"}, register=None)], {**CLINIC, **PD, "tenant": "physio", **DAY}, "deny", "2.2", ["KG-2.2-g"], "In which register the tenant stands is not known: denied."),
    ("tenant", [], {"for": "physio", "access_point": "clinic-ap", **PD, **DAY}, no("use-by-a-tenant", "no-right-on-the-day"), "4.2.1", ["KG-4.2.1-f"], "A tenant has no right of its own."),
    # The parallel model.
    ("parallel", [], {**AREA, **SW, **DAY}, P, "4.2.1", ["KG-4.1.1-e", "KG-4.2.1-i"], "A producer through its organiser's access point."),
    ("parallel", [], {**AREA, **SW, "on": "2024-12-31"}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-i"], "The day before its right."),
    ("parallel", [put("party", {"id": "home-care"}, sector="public")], {**AREA, **SW, **DAY}, no("producer-in-parallel-model-not-private"), "4.1.1", ["KG-4.1.1-e"], "The producer is private."),
    ("parallel", [put("party", {"id": "home-care"}, social_welfare=False)], {**AREA, **SW, **DAY}, no("producer-in-parallel-model-not-private"), "4.1.1", ["KG-4.1.1-e"], "And provides social welfare."),
    ("parallel", [put("right", {"for": "home-care"}, organiser="home-care")], {**AREA, **SW, **DAY}, no("organiser-not-another-provider", "producer-not-through-organisers-point"), "4.1.1", ["KG-4.1.1-e", "KG-4.2.1-i"], "Nobody organises what it produces itself."),
    ("parallel", [drop("right", **{"for": "welfare-area"})], {**AREA, **SW, **DAY}, no("producer-not-through-organisers-point"), "4.2.1", ["KG-4.2.1-i"], "The organiser does not use that access point."),
    ("parallel", [put("right", {"for": "welfare-area"}, until="2025-12-01")], {**AREA, **SW, **DAY}, no("producer-not-through-organisers-point"), "4.2.1", ["KG-4.2.1-i"], "It does not use it any more."),
    ("parallel", [put("right", {"for": "welfare-area"}, until="2025-12-02")], {**AREA, **SW, **DAY}, P, "4.2.1", ["KG-4.2.1-i"], "The last day on which it uses it."),
    ("parallel", [put("right", {"for": "home-care"}, service="patient-data")], {**AREA, **PD, **DAY}, no("parallel-model-outside-social-welfare"), "4.1.1", ["KG-4.1.1-e"], "The parallel model covers the client data of social welfare alone."),
    # What cannot be understood is refused.
    ("refused", [put("right", RIGHT, access_point="nowhere")], {**CLINIC, **RX, **DAY}, "refused", "of this index", ["address index, what is refused"], "A right through an access point that is not there."),
    ("refused", [put("right", RIGHT, **{"from": "2026-01-01"}, until="2025-01-01")], {**CLINIC, **RX, **DAY}, "refused", "of this index", ["address index, what is refused"], "A right that ends before it begins."),
    ("refused", [add("right", **{**RIGHT, "from": "2025-01-01"})], {**CLINIC, **RX, **DAY}, "refused", "of this index", ["address index, what is refused"], "Two rights of one triple that overlap."),
    ("refused", [put("access_point", {"id": "clinic-ap"}, oid="1.2.246.10.12345671.10.0.13.01")], {**CLINIC, **RX, **DAY}, "refused", "of this index", ["address index, what is refused"], "An OID with a leading zero."),
    ("refused", [header(expires=None)], {**CLINIC, **RX, **DAY}, "refused", "of this index", ["address index, what is refused"], "A data set without an expiry."),
]


def vectors():
    numbers = {}
    for group, steps, asked, answer, clause, source, reason in CASES:
        numbers[group] = numbers.get(group, 0) + 1
        denied = isinstance(answer, list)
        yield {
            "id": f"index/{group}/{numbers[group]}",
            "kind": "index",
            "input": {"index": {key: its for key, its in changed(*steps).items() if its is not None}, **asked},
            "verdict": "deny" if denied else answer,
            **({"details": {"missing": sorted(answer)}} if denied else {}),
            "clause": clause,
            "source": source,
            "reason": reason,
        }
