"""Vectors about the OIDs of access points: clause 3.1.3 and the readings of what it leaves open."""

FORMS = {
    "sote": ("1.2.246.10.{x}.10.{y}", "KG-3.1.3-c"),
    "sote-537": ("1.2.246.537.10.{x}.10.{y}", "KG-3.1.3-c"),
    "valvira": ("1.2.246.537.28.{x}", "KG-3.1.3-e"),
    "pharmacy": ("1.2.246.553.1.{x}", "KG-3.1.3-f"),
    "intermediary": ("1.2.246.537.6.918.18.{x}", "KG-3.1.3-g"),
}
MOST = 2**64 - 1


def _valid():
    for form, (pattern, ground) in FORMS.items():
        has_unit = "{y}" in pattern
        for x, y, n, reason, reading in [
            ("12345671", 0, 1, "The form as the guide prints it.", None),
            ("12345671", 7, 2, "Another unit, another access point.", None),
            ("0", 0, 1, "A register code of 0 is an arc like any other.", "reading-1"),
            ("12345671", 0, 0, "An access-point number of 0 is an arc like any other.", "reading-1"),
            ("10000222116", 0, 1, "Eleven digits do not fit 32 bits, and codes of that length are in use.", "reading-3"),
            ("4294967296", 0, 4294967296, "Neither code nor number wraps at 32 bits.", "reading-3"),
            (str(MOST), 0, 1, "A code of 64 bits is not too large.", "reading-3"),
            ("1", 0, MOST, "A number of 64 bits is not too large.", "reading-3"),
            ("10", 10, 13, "The arcs 10 and 13 stand for themselves where a code or a number is expected.", "reading-1"),
        ]:
            owner = pattern.format(x=x, y=y)
            if len(f"{owner}.13.{n}") <= 64 and (has_unit or y in (0, 10)):
                yield f"{owner}.13.{n}", form, owner, n, reason, [ground] + ([reading] if reading else [])
    owner = f"1.2.246.10.{MOST}.10.{MOST}"
    yield f"{owner}.13.12345", "sote", owner, 12345, "64 characters fit the attribute serialNumber.", ["KG-3.1.3-c", "reading-3", "X.520 serialNumber"]


def _invalid():
    for form, (pattern, ground) in FORMS.items():
        owner = pattern.format(x="12345671", y="0")
        good = f"{owner}.13.1"
        for text, reason, grounds in [
            (owner, "The owner's OID is not that of an access point: node 13 is missing.", []),
            (f"{owner}.13", "Node 13 without a number.", []),
            (f"{owner}.12.1", "Node 12 is not that of access points.", []),
            (f"{owner}.14.1", "Node 14 is not that of access points.", []),
            (f"{owner}.13.1.1", "An arc too many after the number.", ["reading-8"]),
            (f"{owner}.5.13.1", "An arc too many before node 13.", ["reading-8"]),
            (f"{owner}.13.01", "A leading zero is no canonical arc.", ["reading-1"]),
            (good.replace("12345671", "012345671"), "A leading zero in the register code.", ["reading-1"]),
            (f"{owner}.13.", "The last arc is empty.", []),
            (f"{owner}..13.1", "An arc in the middle is empty.", []),
            (f".{good}", "The first arc is empty.", []),
            (f"{owner}.13.-1", "A sign is no digit.", ["reading-1"]),
            (f"{owner}.13.+1", "A sign is no digit.", ["reading-1"]),
            (f"{owner}.13.1a", "A letter is no digit.", []),
            (f"{owner}.13.x", "The placeholder is not filled in.", ["reading-1"]),
            (f" {good}", "A blank before it is not taken away.", ["reading-10"]),
            (f"{good} ", "A blank after it is not taken away.", ["reading-10"]),
            (f"{good}\n", "A line break after it is not taken away.", ["reading-10"]),
            (f"urn:oid:{good}", "The prefix `urn:oid:` is not taken away.", ["reading-10"]),
            (f"OID.{good}", "The prefix `OID.` is not taken away.", ["reading-10"]),
            (good.replace(".", ","), "Commas do not part arcs.", []),
            (f"{owner}.13.\u0661", "An Arabic digit is none of ASCII's.", ["reading-10"]),
            (f"{owner}.13.\uff11", "A full-width digit is none of ASCII's.", ["reading-10"]),
            (f"{owner}.13.1\u200b", "A character that cannot be seen is still there.", ["reading-10"]),
        ]:
            yield form, text, reason, [ground, *grounds]
    for text, reason, grounds in [
        ("", "Nothing is no OID.", ["KG-3.1.3-a"]),
        (".", "Two empty arcs.", ["KG-3.1.3-a"]),
        ("1234567-1", "A business ID is no OID.", ["KG-3.1.3-a"]),
        ("1.2.246.10. 12345671.10.0.13.1", "The blank after `10.` is a slip of the guide's typesetting.", ["reading-4"]),
        ("1.2.246.537.10. 12345671.10.0.13.1", "The blank after `10.` is a slip of the guide's typesetting.", ["reading-4"]),
        ("1.2.246.10.12345671.0.13.1", "Between code and unit stands node 10.", ["KG-3.1.3-c"]),
        ("1.2.246.10.12345671.11.0.13.1", "Node 11 in the place of node 10.", ["KG-3.1.3-c"]),
        ("1.2.246.10.12345671.10.13.1", "The unit is missing.", ["KG-3.1.3-c"]),
        ("1.2.246.537.11.12345671.10.0.13.1", "Node 11 of the second root is no register of the guide.", ["KG-3.1.3-c"]),
        ("1.2.246.537.29.12345671.13.1", "Node 29 is not Valvira's register.", ["KG-3.1.3-e"]),
        ("1.2.246.553.2.1234.13.1", "Node 2 is not the pharmacy register.", ["KG-3.1.3-f"]),
        ("1.2.246.537.6.918.19.42.13.1", "Node 19 is not the register of intermediaries.", ["KG-3.1.3-g"]),
        ("1.2.246.537.6.918.42.13.1", "Node 18 is missing.", ["KG-3.1.3-g"]),
        ("1.2.246.537.12345671.10.0.13.1", "Node 10 of the second root is missing.", ["KG-3.1.3-c"]),
        ("1.2.752.10.12345671.10.0.13.1", "Another country's node.", ["KG-3.1.3-c"]),
        ("2.2.246.10.12345671.10.0.13.1", "Another root of the tree.", ["KG-3.1.3-c"]),
        ("1.3.6.1.4.1.99999.13.1", "Another tree altogether.", ["KG-3.1.3-a"]),
        (f"1.2.246.10.{MOST}.10.{MOST}.13.123456", "65 characters do not fit the attribute serialNumber.", ["reading-3", "X.520 serialNumber"]),
        ("1.2.246.10.12345671.10.0.13.1.2.246.10.12345671.10.0.13.1", "Two OIDs in a row are not one.", ["reading-8"]),
    ]:
        yield "other", text, reason, grounds


def vectors():
    for number, (text, form, owner, n, reason, grounds) in enumerate(_valid(), 1):
        yield {
            "id": f"oid/valid/{number}",
            "kind": "oid",
            "input": {"text": text},
            "verdict": "valid",
            "details": {"form": form, "owner": owner, "number": str(n)},
            "clause": "3.1.3",
            "source": ["guide 3.18, clause 3.1.3", *grounds],
            "reason": reason,
        }
    numbers = {}
    for form, text, reason, grounds in _invalid():
        numbers[form] = numbers.get(form, 0) + 1
        yield {
            "id": f"oid/invalid/{form}/{numbers[form]}",
            "kind": "oid",
            "input": {"text": text},
            "verdict": "invalid",
            "clause": "3.1.3",
            "source": ["guide 3.18, clause 3.1.3", *grounds],
            "reason": reason,
        }
