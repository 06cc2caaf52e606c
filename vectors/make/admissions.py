"""Vectors about admissions: a peer's certificate, its address and what it wants, against the example index."""

from certificates import PEM
from indexes import BASE, CM, changed, drop, header, no, put

GOOD = {
    "trust": "trust",
    "certificate": "peer",
    "source": "192.31.196.7",
    "at": "2025-12-01T12:00:00+02:00",
    "for": "clinic",
    "service": "prescription",
}
P = "permit"
KP = "private-network/"
ARTICLE = "article on private networks, 10.5.2019"
RIGHT = {"for": "clinic", "access_point": "clinic-ap", "service": "prescription"}
CLINIC_AP = {"id": "clinic-ap"}


def on_record(start, until):
    return put("access_point", CLINIC_AP, certificates=[{"serial": "4f2a01", "from": start, "until": until}])


CASES = [
    ("good", [], {}, P, "4.2.1", ["KP-14", "KG-4.2.1-a"], "The access point's certificate, from its address, for a right that the index holds."),
    ("good", [], {"service": "patient-data"}, P, "4.2.1", ["KG-4.2.1-a"], "Another right through the same access point."),
    ("good", [], {"service": "patient-data", "tenant": "physio"}, P, "4.2.1", ["KG-4.2.1-g"], "Its tenant, with its right."),
    ("good", [], {"service": "renewal-requests", "unit": "1.2.246.10.12345671.10.1"}, P, "4.2.1", ["KG-4.2.1-c"], "Renewal requests of an annotated unit."),
    ("right", [], {"service": "imaging"}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "No right to that service."),
    ("right", [put("right", RIGHT, until="2025-12-01")], {}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The right has ended."),
    ("right", [put("right", RIGHT, until="2025-12-02")], {}, P, "4.2.1", ["KG-4.2.1-a"], "The last day of the right."),
    ("right", [put("right", RIGHT, until="2025-12-02")], {"at": "2025-12-01T23:59:59+02:00"}, P, "4.2.1", ["KG-4.2.1-a"], "The last second of its last day in Finland."),
    ("right", [put("right", RIGHT, until="2025-12-02")], {"at": "2025-12-01T22:00:00Z"}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The first second of the next day in Finland, where UTC has the same date."),
    ("right", [header(expires="2025-12-02")], {"at": "2025-12-02T00:00:00+02:00"}, no("address-index/data-set-expired"), "of this index", ["address index, expiry"], "The data set has expired."),
    ("right", [drop("right", **RIGHT)], {}, no("no-right-on-the-day"), "4.2.1", ["KG-4.2.1-a"], "The right was withdrawn."),
    ("tenant", [drop("agreement", between=["clinic", "physio"])], {"service": "patient-data", "tenant": "physio"}, no("tenant-agreement-missing"), "2.3", ["KG-2.3-c"], "A tenant without an agreement."),
    ("unit", [], {"service": "renewal-requests", "unit": "1.2.246.10.12345671.10.3"}, no("service-unit-not-annotated"), "4.2.1", ["KG-4.2.1-d"], "A unit that is not annotated."),
    # The address.
    ("source", [], {"source": "192.31.196.9"}, no(KP + "source-of-no-access-point"), ARTICLE, ["KP-15"], "The address is that of no access point."),
    ("source", [], {"source": "192.175.48.3"}, no(KP + "source-of-another-access-point"), ARTICLE, ["KP-15"], "The address is that of another access point."),
    ("source", [], {"source": "192.31.196.9", "service": "imaging"}, no(KP + "source-of-no-access-point", "no-right-on-the-day"), ARTICLE, ["KP-15", "KG-4.2.1-a"], "Everything that is missing, at once."),
    ("source", [], {"source": "::ffff:192.31.196.7"}, P, ARTICLE, ["reading-53"], "An address that carries an IPv4 address inside is judged by what it carries."),
    # The certificate.
    ("certificate", [], {"certificate": None}, no(KP + "certificate-not-presented"), ARTICLE, ["KP-14"], "No certificate."),
    ("certificate", [], {"certificate": "peer-of-point-2"}, "deny", "3.2", ["KG-3.2-d"], "A certificate of another access point, which the index does not hold."),
    ("certificate", [], {"certificate": "peer-not-on-record"}, no("admission/certificate-not-on-record"), "of this gateway", ["admission, what is its own"], "A certificate that is not on record at the access point."),
    ("certificate", [], {"certificate": "peer-not-on-record", "records": False}, P, "of this gateway", ["admission, what is its own"], "Where records are not kept, nobody asks."),
    ("certificate", [], {"certificate": "peer-without-access-point"}, "deny", "3.2", ["KG-3.2-d"], "A certificate that names no access point."),
    ("certificate", [], {"certificate": "peer-expired"}, "deny", ARTICLE, ["KP-14", "reading-24"], "A certificate that has expired."),
    ("certificate", [], {"certificate": "peer-not-yet-valid"}, "deny", ARTICLE, ["KP-14", "reading-24"], "A certificate that is not valid yet."),
    ("certificate", [], {"certificate": "no-pem"}, "deny", ARTICLE, ["KP-14"], "What cannot be read is no certificate."),
    ("certificate", [], {"certificate": "request"}, "deny", ARTICLE, ["KP-14"], "A request is no certificate."),
    ("certificate", [on_record("2025-12-01", "2026-01-01")], {}, P, "of this gateway", ["admission, what is its own"], "The first day on record."),
    ("certificate", [on_record("2025-12-02", "2026-01-01")], {}, no("admission/certificate-not-on-record"), "of this gateway", ["admission, what is its own"], "The day before it."),
    ("certificate", [on_record("2025-03-10", "2025-12-02")], {}, P, "of this gateway", ["admission, what is its own"], "The last day on record."),
    ("certificate", [on_record("2025-03-10", "2025-12-01")], {}, no("admission/certificate-not-on-record"), "of this gateway", ["admission, what is its own"], "No longer on record."),
    # Its path.
    ("path", [], {"trust": None}, "deny", ARTICLE, ["KP-14"], "Nothing is trusted."),
    ("path", [], {"trust": "trust-without-ca"}, "deny", ARTICLE, ["KP-14"], "The CA between is missing."),
    ("path", [], {"certificate": "peer-with-false-signature"}, no(KP + "path-signature-false"), ARTICLE, ["KP-14"], "The issuer's signature does not verify."),
    ("path", [], {"trust": "trust-that-revokes"}, no(KP + "certificate-revoked"), ARTICLE, ["KP-14", "reading-24"], "The certificate is revoked."),
    ("path", [], {"trust": "trust-that-revokes", "at": "2025-12-01T12:00:00+02:00", "service": "imaging"}, no(KP + "certificate-revoked", "no-right-on-the-day"), ARTICLE, ["KP-14", "KG-4.2.1-a"], "Everything that is missing, at once."),
]


def vectors():
    numbers = {}
    for group, steps, asked, answer, clause, source, reason in CASES:
        numbers[group] = numbers.get(group, 0) + 1
        asked = {**GOOD, **asked}
        for member in ("trust", "certificate"):
            asked[member] = PEM[asked[member]] if asked[member] else None
        denied = isinstance(answer, list)
        yield {
            "id": f"admission/{group}/{numbers[group]}",
            "kind": "admission",
            "input": {"index": changed(*steps), **{key: its for key, its in asked.items() if its is not None}},
            "verdict": "deny" if denied else answer,
            **({"details": {"missing": sorted(answer)}} if denied else {}),
            "clause": clause,
            "source": source,
            "reason": reason,
        }
