#!/usr/bin/env python3
"""An implementation to start from: it answers for OIDs, by regular expressions, and says of every other kind that it is not supported.

    python3 vectors/run.py -- python3 vectors/example.py
"""

import json
import re
import sys

ARC = r"(?:0|[1-9][0-9]*)"
FORMS = {
    "sote": rf"1\.2\.246\.10\.{ARC}\.10\.{ARC}",
    "sote-537": rf"1\.2\.246\.537\.10\.{ARC}\.10\.{ARC}",
    "valvira": rf"1\.2\.246\.537\.28\.{ARC}",
    "pharmacy": rf"1\.2\.246\.553\.1\.{ARC}",
    "intermediary": rf"1\.2\.246\.537\.6\.918\.18\.{ARC}",
}


def oid(text):
    """Clause 3.1.3: the owner's OID, node 13, and the access point's number; at most 64 characters."""
    for form, owner in FORMS.items():
        found = re.fullmatch(rf"({owner})\.13\.({ARC})", text, re.ASCII)
        if found and len(text) <= 64:
            return {"verdict": "valid", "details": {"form": form, "owner": found[1], "number": found[2]}}
    return {"verdict": "invalid"}


for line in sys.stdin:
    request = json.loads(line)
    answer = oid(request["input"]["text"]) if request["kind"] == "oid" else {"verdict": "unsupported"}
    print(json.dumps({"id": request["id"], **answer}), flush=True)
