"""Vectors about certificates and requests. The certificates are made by the project's test kit with throw-away keys
(certificates.json); each is named by its difference from a good one. None of them is DVV's."""

import json
from pathlib import Path

PEM = json.loads((Path(__file__).with_name("certificates.json")).read_text(encoding="utf-8"))
OID, NAME, HOLDER = "1.2.246.10.12345671.10.0.13.1", "kanta.klinikka.example", "Esimerkkiklinikka Oy"
SERVER = {"profile": "server", "on": "2025-12-01", "access_point": OID, "dns_name": NAME, "holder": HOLDER}
SIGNATURE = {"profile": "system-signature", "on": "2025-12-01"}

SERIAL = ("connection-models/server-certificate-of-another-point", "3.2", ["KG-3.2-d"])
SUBJECT = ("connection-models/server-certificate-name-not-in-subject", "3.2", ["KG-3.2-e"])
NAMES = ("connection-models/server-certificate-name-not-in-alternative-names", "3.2", ["KG-3.2-f"])
KIND = ("connection-models/server-certificate-of-another-kind", "3.2", ["KG-3.2-a"])
ISSUER = ("connection-models/server-certificate-of-another-issuer", "3.2", ["KG-3.2-a"])
SOMEONE = ("connection-models/server-certificate-of-someone-else", "3.2", ["KG-3.2-h"])
DOMAIN = ("dvv-server-certificates/no-domain-name", "DVV, server certificates", ["DVV: from 15.9.2023"])
MAIL = ("dvv-server-certificates/e-mail-address", "DVV, server certificates", ["DVV: from 15.9.2023"])
ONE_YEAR = ("dvv-server-certificates/valid-longer-than-one-year", "DVV, server certificates", ["DVV: one year from 1.9.2020"])
TWO_YEARS = ("dvv-server-certificates/valid-longer-than-two-years", "DVV, server certificates", ["DVV: two years before 1.9.2020"])
VALID = ("private-network/certificate-not-valid", "article on private networks, 10.5.2019", ["KP-14", "reading-24"])
FALSE = ("rfc-2986/signature-false", "RFC 2986, 4.2", ["RFC 2986, 4.2"])
S_KIND = ("connection-models/signature-certificate-of-another-kind", "3.3", ["KG-3.3-a"])
S_ISSUER = ("connection-models/signature-certificate-of-another-issuer", "3.3", ["KG-3.3-a"])
S_TWO_YEARS = ("dvv-service-certificates/signature-valid-longer-than-two-years", "DVV, service certificates", ["DVV: at most two years"])


def rfc(fault, clause):
    return (f"rfc-5280/{fault}", f"RFC 5280, {clause}", [f"RFC 5280, {clause}"])


OK, BAD, OFF, DIES = "satisfied", "violated", "not-in-force", "not-applicable"
SILENT = ("undetermined", "guide-silent")
DATE = ("undetermined", "date-unknown")

CASES = [
    # The access point's OID in the subject's serialNumber.
    ("server", SERIAL, {}, OK, "The subject's serialNumber is the access point's OID."),
    ("server-of-point-2", SERIAL, {}, BAD, "It is the OID of another access point of the same owner."),
    ("server-of-point-2", SERIAL, {"access_point": OID[:-1] + "2"}, OK, "Asked about the access point that it names."),
    ("server-without-serial-number", SERIAL, {}, BAD, "The subject has no serialNumber."),
    ("server-with-business-id", SERIAL, {}, BAD, "A business ID stands there."),
    ("server-with-leading-zero", SERIAL, {}, BAD, "An arc with a leading zero is another text, and no OID."),
    ("server-with-owner-oid", SERIAL, {}, BAD, "The owner's OID is not that of an access point."),
    ("server-on-record", SERIAL, {}, OK, "The certificate's own serial number is another thing than the subject's serialNumber."),
    ("server-of-point-2", SERIAL, {"on": "2025-08-31"}, DATE, "The passage is seen in 3.17; before, it is not known."),
    ("server-of-point-2", SERIAL, {"on": "2025-09-01"}, BAD, "From 3.17 on it is seen."),
    ("request", SERIAL, {}, OK, "A request is held to the same."),
    ("request-of-point-2", SERIAL, {}, BAD, "A request is held to the same."),
    # The name of the primary connection in the common name.
    ("server", SUBJECT, {}, OK, "The common name is the DNS name of the primary connection."),
    ("server-with-another-common-name", SUBJECT, {}, BAD, "Another name."),
    ("server-of-another-name", SUBJECT, {}, BAD, "Another name in both places."),
    ("server-with-wildcard-as-common-name", SUBJECT, {}, BAD, "A wildcard is not the name."),
    ("server-without-common-name", SUBJECT, {}, BAD, "There is no common name."),
    ("server-with-common-name-in-capitals", SUBJECT, {}, OK, "Letter case is nothing in a DNS name."),
    ("server-with-dot-after-common-name", SUBJECT, {}, SILENT, "The guide says nothing of a trailing dot."),
    ("server-with-another-common-name", SUBJECT, {"on": "2025-08-31"}, DATE, "The passage on both names is seen in 3.17."),
    # And among the alternative names.
    ("server", NAMES, {}, OK, "The name is among the alternative names."),
    ("server-without-alternative-names", NAMES, {}, BAD, "There are none."),
    ("server-with-address-alone", NAMES, {}, BAD, "An address is not the name."),
    ("server-with-wildcard-as-alternative-name", NAMES, {}, BAD, "A wildcard is not the name."),
    ("server-with-alternative-name-in-capitals", NAMES, {}, OK, "Letter case is nothing in a DNS name."),
    ("server-with-dot-after-alternative-name", NAMES, {}, SILENT, "The guide says nothing of a trailing dot."),
    ("server-with-name-as-uri", NAMES, {}, BAD, "As a URI it is no DNS name."),
    ("server-with-further-names", NAMES, {}, OK, "Further names and addresses may stand there (KG-3.2-g)."),
    ("server-with-name-after-others", NAMES, {}, OK, "The order is nothing."),
    ("server-with-another-common-name", NAMES, {}, OK, "The common name is asked about elsewhere."),
    # Of which kind, and by whom.
    ("server", KIND, {}, OK, "A server certificate for social welfare and health care."),
    ("signature", KIND, {}, BAD, "A system signature certificate is no server certificate."),
    ("server", ISSUER, {}, OK, "It names DVV's CA for social welfare and health care."),
    ("server-of-another-issuer", ISSUER, {}, BAD, "It names a CA of somebody else."),
    ("signature", S_KIND, {}, OK, "A system signature certificate."),
    ("server", S_KIND, {}, BAD, "A server certificate signs no documents."),
    ("signature", S_ISSUER, {}, OK, "It names DVV's CA for social welfare and health care."),
    ("signature-of-another-issuer", S_ISSUER, {}, BAD, "It names a CA of somebody else."),
    # In whose name.
    ("server", SOMEONE, {}, OK, "The administrator's name."),
    ("server-with-organisation-transliterated", SOMEONE, {}, OK, "Letter case is nothing in a name."),
    ("server-without-organisation", SOMEONE, {}, BAD, "Nobody's name."),
    # What DVV says of the certificates that it grants.
    ("server-bare-before-15-9-2023", DOMAIN, {"on": "2023-12-01"}, OFF, "Issued in the last second of 14.9.2023 in Finland."),
    ("server-bare-from-15-9-2023", DOMAIN, {"on": "2023-12-01"}, BAD, "Issued in the first second of 15.9.2023, with an address alone."),
    ("server", DOMAIN, {}, OK, "It holds a domain name."),
    ("server-with-further-names", DOMAIN, {}, OK, "A domain name and an address."),
    ("server-bare-before-15-9-2023", MAIL, {"on": "2023-12-01"}, OFF, "Issued in the last second of 14.9.2023 in Finland."),
    ("server-bare-from-15-9-2023", MAIL, {"on": "2023-12-01"}, BAD, "Issued in the first second of 15.9.2023, with an e-mail address."),
    ("server", MAIL, {}, OK, "No e-mail address."),
    ("server-with-e-mail-address", MAIL, {}, BAD, "An e-mail address among the alternative names."),
    ("server-with-e-mail-in-subject", MAIL, {}, BAD, "An e-mail address in the subject."),
    ("server", ONE_YEAR, {}, OK, "A year less a second."),
    ("server-to-end-of-same-date", ONE_YEAR, {}, OK, "To the end of the same date a year later."),
    ("server-a-second-over-a-year", ONE_YEAR, {}, BAD, "One second into the day after."),
    ("server-over-a-leap-day", ONE_YEAR, {"on": "2024-06-01"}, OK, "366 days over a leap day are a year by the calendar."),
    ("server-from-leap-day-to-1-march", ONE_YEAR, {"on": "2024-06-01"}, BAD, "A year after 29 February ends on 28 February."),
    ("server-two-years-before-1-9-2020", ONE_YEAR, {"on": "2021-01-01"}, OFF, "Issued in the last second of 31.8.2020 in Finland."),
    ("server-two-years-before-1-9-2020", TWO_YEARS, {"on": "2021-01-01"}, OK, "Two years were granted then."),
    ("server-over-two-years-before-1-9-2020", TWO_YEARS, {"on": "2021-01-01"}, BAD, "One second more than two years."),
    ("server-two-years-from-1-9-2020", TWO_YEARS, {"on": "2021-01-01"}, OFF, "Issued in the first second of 1.9.2020."),
    ("server-two-years-from-1-9-2020", ONE_YEAR, {"on": "2021-01-01"}, BAD, "From then on it is one year."),
    ("signature", S_TWO_YEARS, {}, OK, "Two years less a second."),
    ("signature-to-end-of-same-date", S_TWO_YEARS, {}, OK, "To the end of the same date two years later."),
    ("signature-a-second-over-two-years", S_TWO_YEARS, {}, BAD, "One second into the day after."),
    # Valid on a day, and at a moment. The good one is valid from 1.9.2025 to 31.8.2026 in Finland, both included.
    ("server", VALID, {"on": "2025-08-31"}, BAD, "The day before the first."),
    ("server", VALID, {"on": "2025-09-01"}, OK, "The first day, the whole of it."),
    ("server", VALID, {"on": "2026-08-31"}, OK, "The last day, the whole of it."),
    ("server", VALID, {"on": "2026-09-01"}, BAD, "The day after the last."),
    ("server-from-noon", VALID, {"on": "2025-09-01"}, SILENT, "Valid for a part of the day: the article does not say how such a day counts."),
    ("server-from-noon", VALID, {"on": "2025-09-02"}, OK, "The next day, the whole of it."),
    ("server", VALID, {"on": None, "at": "2025-08-31T20:59:59Z"}, BAD, "A second too early."),
    ("server", VALID, {"on": None, "at": "2025-08-31T21:00:00Z"}, OK, "The first second."),
    ("server", VALID, {"on": None, "at": "2026-08-31T23:59:59+03:00"}, OK, "The last second, by Finnish time."),
    ("server", VALID, {"on": None, "at": "2026-09-01T00:00:00+03:00"}, BAD, "The second after it."),
    ("signature", VALID, {"on": "2027-08-31"}, OK, "The last day."),
    ("signature", VALID, {"on": "2027-09-01"}, BAD, "The day after it."),
    # A request is signed with the key that is in it.
    ("request", FALSE, {}, OK, "The signature verifies."),
    ("request-with-false-signature", FALSE, {}, BAD, "The signature does not verify."),
    ("request-unsigned", FALSE, {}, BAD, "There is no signature."),
    ("signature-request", FALSE, {}, OK, "The signature verifies."),
    ("signature-request-with-false-signature", FALSE, {}, BAD, "The signature does not verify."),
    ("server", FALSE, {}, DIES, "A certificate is not signed with its own key."),
    # RFC 5280.
    ("server", rfc("dns-name-is-none", "4.2.1.6"), {}, OK, "The DNS name is one."),
    ("server-with-address-as-dns-name", rfc("dns-name-is-none", "4.2.1.6"), {}, BAD, "An address stands as a DNS name."),
    ("server", rfc("dns-name-not-ascii", "4.2.1.6"), {}, OK, "ASCII alone."),
    ("server-with-dns-name-not-ascii", rfc("dns-name-not-ascii", "4.2.1.6"), {}, BAD, "Letters outside ASCII in an IA5String."),
    ("server-with-empty-alternative-names", rfc("alternative-name-empty", "4.2.1.6"), {}, BAD, "An empty sequence."),
    ("server", rfc("alternative-name-empty", "4.2.1.6"), {}, OK, "At least one entry."),
    ("server", rfc("serial-number-not-positive", "4.1.2.2"), {}, OK, "A positive number."),
    ("server-with-serial-zero", rfc("serial-number-not-positive", "4.1.2.2"), {}, BAD, "Zero is not positive."),
    ("server-with-negative-serial", rfc("serial-number-not-positive", "4.1.2.2"), {}, BAD, "The first bit makes it negative."),
    ("server-with-serial-of-20-octets", rfc("serial-number-too-long", "4.1.2.2"), {}, OK, "20 octets are allowed."),
    ("server-with-serial-of-21-octets", rfc("serial-number-too-long", "4.1.2.2"), {}, BAD, "21 are not."),
    ("server", rfc("extension-twice", "4.2"), {}, OK, "Each extension once."),
    ("server-with-extension-twice", rfc("extension-twice", "4.2"), {}, BAD, "The key usage stands there twice."),
    ("server", rfc("critical-extension-unknown", "4.2"), {}, OK, "Every critical extension is known."),
    ("server-with-critical-extension", rfc("critical-extension-unknown", "4.2"), {}, BAD, "One that nobody knows."),
    ("server", rfc("version", "4.1.2.1"), {}, OK, "Version 3."),
    ("server-of-version-1", rfc("version", "4.1.2.1"), {}, BAD, "Extensions in a certificate of version 1."),
    ("server", rfc("extended-key-usage-empty", "4.2.1.12"), {}, OK, "Two purposes."),
    ("server-without-purposes", rfc("extended-key-usage-empty", "4.2.1.12"), {}, BAD, "An empty sequence."),
    ("server", rfc("trailing-bytes", "4.1"), {}, OK, "Nothing follows the certificate."),
    ("server-with-trailing-bytes", rfc("trailing-bytes", "4.1"), {}, BAD, "A byte follows the certificate."),
]

READABLE = [
    ("server", "readable", "A certificate in PEM."),
    ("server-rsa-3072", "readable", "A certificate with an RSA key."),
    ("signature-without-non-repudiation", "readable", "What is wrong with a certificate does not make it unreadable."),
    ("request", "readable", "A request in PEM."),
    ("cut-short", "unreadable", "The middle is missing: the lengths do not add up."),
    ("no-pem", "unreadable", "Neither PEM nor DER."),
]


def vectors():
    numbers = {}

    def vector(group, name, asked, verdict, clause, source, reason):
        numbers[group] = numbers.get(group, 0) + 1
        verdict, why = verdict if isinstance(verdict, tuple) else (verdict, None)
        asked = {key: value for key, value in asked.items() if value is not None}
        return {
            "id": f"certificate/{group}/{numbers[group]}",
            "kind": "certificate",
            "input": {"pem": PEM[name], **asked},
            "verdict": verdict,
            **({"why": why} if why else {}),
            "clause": clause,
            "source": source,
            "reason": f"{name}: {reason}",
        }

    for name, (requirement, clause, grounds), more, verdict, reason in CASES:
        about = SIGNATURE if requirement in (S_KIND[0], S_ISSUER[0], S_TWO_YEARS[0]) or name.startswith("signature") else SERVER
        about = SERVER if requirement == KIND[0] else about
        about = SIGNATURE if requirement == S_KIND[0] else about
        group = requirement.split("/")[1]
        yield vector(group, name, {**about, **more, "requirement": requirement}, verdict, clause, grounds, reason)
    for name, verdict, reason in READABLE:
        yield vector("reading", name, {}, verdict, "RFC 5280, 4.1; RFC 7468", ["RFC 5280, 4.1", "RFC 7468"], reason)
