"""Plans for the oracle's questions: each builder takes a question (an input and its word, each) and gives a plan in JSON.

A word that is `unknown` is left out of the plan, for what a plan leaves out is not known.
"""

from datetime import date, timedelta

SERVICES = [
    "patient-data", "imaging", "prescription", "social-welfare", "renewal-requests", "reimbursement-query",
    "purchase-reception", "settlement-query", "settlement-p2",
]
LONG_AGO = "2009-01-01"


def after(day, days=1):
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def tidy(value):
    """Without what is None, at whatever depth."""
    if isinstance(value, dict):
        return {key: tidy(its) for key, its in value.items() if its is not None}
    if isinstance(value, list):
        return [tidy(its) for its in value if its is not None]
    return value


class Question(dict):
    def __missing__(self, name):
        return "unknown"

    def told(self, name):
        """The word, or None where it is unknown."""
        return None if self[name] == "unknown" else self[name]

    def flag(self, name):
        return {"yes": True, "met": True, "no": False, "not-met": False}.get(self[name])

    def claim(self, name, text):
        return {"given": text, "denied": False}.get(self[name])

    def done(self, name):
        day = self["day"]
        words = {"given": day, "met": day, "given-later-than-the-day": after(day), "undated": True, "denied": False, "not-met": False}
        return words.get(self[name])

    def agreement(self, name, **more):
        word, day = self[name].removesuffix("-without-duties"), self["day"]
        base = {"until": False, **more}
        if word == "expired":
            return {**base, "signed": after(day, -30), "until": day}
        words = {
            "given": {**base, "signed": day},
            "given-later-than-the-day": {**base, "signed": after(day)},
            "undated": base,
            "denied": False,
        }
        return words.get(word)

    def number(self, name):
        word = self.told(name)
        return None if word is None else (int(float(word)) if float(word).is_integer() else float(word))


def provider(q, **more):
    return {"kind": "provider", **more}


def plan(**tables):
    return tidy({"format": 1, **tables})


def location(q):
    country = {"finland": "FI", "aland": "AX", "eu": "SE", "eea-not-eu": "NO", "third": "US", "special-territory": "GL"}
    day = q["day"]
    approval = {
        "given": {"by": "Kanta-palvelut", "on": day},
        "given-later-than-the-day": {"by": "Kanta-palvelut", "on": after(day)},
        "given-by-another": {"by": "Operaattori A", "on": day},
        "given-by-nobody-named": {"on": day},
        "undated": {"by": "Kanta-palvelut"},
        "denied": False,
    }
    point = {"id": "point", "country": country.get(q["country"]), "approval": approval.get(q["approval"])}
    return plan(**{q["kind"].replace("-", "_"): [point]})


def open_internet(q):
    administrator = q.told("administrator")
    use = {"service": q.told("service") or "patient-data", "access_point": "point", "system": "system"}
    uses = [use]
    if q["sharing"] in ("tenant", "other-party"):
        uses.append({**use, "for": q["sharing"]})
    link = {
        "id": "asked",
        "from": "point",
        "to": "kanta",
        "role": q.told("role"),
        "network": q.told("network"),
        "justification": q.claim("justification", "no private link reaches the place"),
        "risks": q.claim("risks", "the operator filters the traffic"),
    }
    links, gathering = [link], None
    if q["from"] == "consolidation-point":
        gathering = [{"id": "gathering"}]
        links.insert(0, {"id": "feeder", "from": "point", "to": "gathering"})
        link["from"] = "gathering"
    return plan(
        party={"kind": q.told("party")},
        pharmacy=[{"id": "pharmacy"}] if administrator == "pharmacy" else None,
        intermediary=[{"id": "intermediary"}] if administrator == "intermediary" else None,
        other_party=[{"id": "other-party"}],
        tenant=[{"id": "tenant"}] if q["sharing"] == "tenant" else None,
        system=[{"id": "system", "kind": q.told("system")}],
        access_point=[{"id": "point", "administrator": administrator}],
        consolidation_point=gathering,
        use=uses,
        volume={"message_traffic": q.told("traffic")},
        link=links,
    )


def capacity(q):
    pharmacy = q["pharmacy"] in ("small", "large")
    kind = {"small": "pharmacist", "large": "pharmacist", "hospital-pharmacy": "hospital-pharmacy"}.get(q["pharmacy"], "provider")
    service = "prescription" if pharmacy or q["pharmacy"] == "hospital-pharmacy" else "patient-data"
    uses = [{"service": service, "access_point": "point", "for": "pharmacy" if pharmacy else "party"}]
    if q["imaging"] == "yes":
        uses.append({"service": "imaging", "access_point": "point"})
    link = {
        "id": "asked", "from": "point", "to": "kanta", "role": q.told("role"),
        "down_mbit": q.number("down"), "up_mbit": q.number("up"),
    }
    links, gathering = [link], None
    if q["from"] == "consolidation-point":
        gathering = [{"id": "gathering"}]
        links.insert(0, {"id": "feeder", "from": "point", "to": "gathering"})
        link["from"] = "gathering"
    return plan(
        party={"kind": kind},
        pharmacy=[{"id": "pharmacy", "size": q["pharmacy"]}] if pharmacy else None,
        intermediary=[{"id": "intermediary"}],
        access_point=[{"id": "point", "administrator": q.told("administrator") or "party"}],
        consolidation_point=gathering,
        use=uses,
        volume={
            "documents_per_day": q.number("documents"),
            "assessed_need_mbit": False if q["need"] == "denied" else q.number("need"),
        },
        link=links,
    )


def clauses(q):
    """The other clauses: everything that any of their rows looks at."""
    day = q["day"]
    party = {
        "kind": "provider",
        "sector": "private",
        "joining": {
            "applied": LONG_AGO,
            "commitment": q.done("commitment"),
            "terms_of_supply": q.done("terms"),
            "service_descriptions": {service: LONG_AGO for service in SERVICES},
            "approved": q.done("approved"),
            "declared": q.done("attested"),
        },
    }
    tenant = {
        "id": "tenant",
        "sector": q.told("tenant-sector"),
        "register": "sote",
        "in_party_premises": q.flag("premises"),
        "uses_party_system": q.flag("same-system"),
        "agreement": q.agreement("tenant-agreement", states_duties=q["tenant-agreement"] == "given"),
        "named_in_messages": q.flag("tenant-named"),
    }
    intermediary = {
        "id": "intermediary",
        "name": "Esimerkkivälittäjä Oy",
        "security_plan": q.done("security-plan"),
        "agreement": q.agreement("intermediary-agreement", states_duties=q.flag("states-duties")),
        "traffic_encrypted": q.flag("encrypted"),
        "identified_by_server_certificate": q.flag("identified"),
    }
    gathering = {"id": "gathering", "tls_terminated": q.flag("tls-terminated")}
    if q.flag("attested") is not None:
        gathering["data_in_clear"] = not q.flag("attested")
    attested = []
    if q["attested"] in ("met", "met-later-than-the-day", "not-met"):
        attested = [{
            "requirement": "connection-models/security-requirements-not-met",
            "met": q["attested"] != "not-met",
            "by": "N.N.",
            "on": after(day) if q["attested"] == "met-later-than-the-day" else day,
            "ground": "report",
        }]
    return plan(
        party=party,
        tenant=[tenant],
        intermediary=[intermediary],
        other_party=[{"id": "other-party", "name": "Esimerkkisairaala Oy"}],
        system=[{"id": "system", "kind": "patient-data-system", "class": "A3"}],
        access_point=[_point(q)],
        consolidation_point=[gathering],
        use=[{"service": "patient-data", "access_point": "point", "system": "system"}],
        link=_links(q),
        volume={"scalable": q.flag("attested")},
        attested=attested or None,
    )


def _point(q):
    address = {
        "public": "192.31.196.7", "private": "10.1.2.3", "shared": "100.64.0.1", "documentation": "192.0.2.7",
        "special": "169.254.0.7",
    }
    tls = None
    if q.told("tls-older") is not None:
        versions = {"tls-older": "1.1", "tls-1.2": "1.2", "tls-1.3": "1.3"}
        tls = [version for name, version in versions.items() if q[name] == "yes"]
    duplication = None
    if q["duplication"] in ("possible", "impossible", "impossible-without-reason"):
        duplication = {
            "possible": q["duplication"] == "possible",
            "reason": "one cable to the island" if q["duplication"] == "impossible" else None,
            "extent": q.claim("extent", "equipment at both ends"),
        }
    return {
        "id": "point",
        "administrator": q.told("administrator") or "party",
        "systems": ["system"],
        "stateful_firewall": q.flag("firewall"),
        "malware_protection": q.flag("malware-protection"),
        "declared": q.done("attested"),
        "full_duplication": duplication,
        "tls": tls,
        "addresses": [{
            "ip": address.get(q["address-class"]),
            "fixed": q.flag("fixed"),
            "registered_to": {"administrator": "party", "someone-else": "intermediary"}.get(q["registered-to"]),
            "assignment_record": q.flag("assignment-record"),
        }],
    }


def _links(q):
    """Two links, unless the question tells how many; the second is the one that is asked about."""
    day = q["day"]
    first = {
        "id": "first", "from": "point", "to": "kanta", "role": "primary", "network": "open-internet",
        "operator": "Operaattori A",
    }

    def route(on):
        return [{"from": "first", "confirmed_by": "Operaattori A", "on": on}]

    halls = None
    if q.told("halls") is not None:
        halls = [] if q["halls"] == "none" else q["halls"].upper().split("-")
    second = {
        "id": "second",
        "from": "point",
        "to": "gathering" if q["to"] == "consolidation-point" else "kanta",
        "role": {"no": "primary", "yes": "backup"}.get(q["backup"]),
        "network": q.told("network"),
        "operator": "Operaattori A",
        "separate_route": {
            "given": route(day), "given-later-than-the-day": route(after(day)), "undated": route(None), "denied": False,
        }.get(q["route"]),
        "halls": halls,
        "down_mbit": q.number("down"),
        "up_mbit": q.number("up"),
    }
    return {"none": [], "one": [first]}.get(q["links"], [first, second])


def point(name, administrator="party"):
    return {"id": name, "administrator": administrator}


def joining(q):
    party = provider(q)
    if q["actor"] == "intermediary":
        party["kind"] = "intermediary"
    party["joining"] = {
        "applied": q.done("applied") if "applied" in q else LONG_AGO if "approved" in q else None,
        "commitment": q.done("commitment"),
        "terms_of_supply": q.done("terms"),
        "approved": q.done("approved"),
    }
    described = LONG_AGO if "approved" in q else q.done("description")
    if described is not None:
        party["joining"]["service_descriptions"] = {"patient-data": described}
    return plan(party=party, access_point=[point("ap1")], use=[{"service": "patient-data", "access_point": "ap1"}])


def host(q):
    tenant = {"id": "t1", "register": "sote", "sector": q.told("tenant-sector")}
    return plan(party=provider(q, sector=q.told("party-sector")), tenant=[tenant])


def parallel(q):
    points = ["ap1" if q["through"] == "organisers" else "ap2"]
    if q["organiser-points"] == "several":
        points.append("ap3")
    organiser = {
        "id": "alue",
        "provides_system": {"organisers": True, "other": False}.get(q["producer-system"]),
        "uses_access_points": points,
    }
    return plan(
        party=provider(q, model=q.told("model"), social_welfare=True, sector=q.told("party-sector")),
        organiser=[organiser],
        access_point=[point(name) for name in ("ap1", "ap2", "ap3")],
        use=[{"service": q.told("service") or "social-welfare", "access_point": "ap1"}],
    )


def renewals(q):
    unit = {"oid": "1.2.246.10.12345671.10.1", "annotated": q["annotated"] == "service-unit"}
    uses = [{
        "service": "renewal-requests" if q["receives-renewals"] == "yes" else "patient-data",
        "access_point": "ap1",
        "annotated": q["annotated"] == "provider",
        "service_units": [] if q["annotated"] == "provider" else [unit],
    }]
    through = {"same-point": "ap1", "another-point": "ap2"}.get(q["prescription"])
    if through:
        uses.append({"service": "prescription", "access_point": through})
    party = provider(q, register=q.told("register"), oid="1.2.246.10.12345671.10.0")
    return plan(party=party, access_point=[point("ap1"), point("ap2")], use=uses)


def pharmacies(q):
    administrator, users = {
        "own": ("main", ["main"]), "own-administered-by-another": ("i", ["main"]), "shared": ("main", ["main", "branch"]),
    }.get(q["point"], ("main", []))
    service = "settlement-p2" if q["kela-service"] == "yes" else "renewal-requests"
    uses = [{"service": service, "access_point": "ap1", "for": "main"}]
    uses += [{"service": "prescription", "access_point": "ap1", "for": user} for user in users]
    return plan(
        party={"kind": "pharmacist"},
        pharmacy=[{"id": "main", "reimbursement_agreement": q.agreement("agreement")}, {"id": "branch"}],
        intermediary=[{"id": "i"}],
        access_point=[point("ap1", administrator)],
        use=uses,
    )


def signature(q):
    holder = {"own": "party", "supplier": "i", "organiser": "alue", "joining-party": "o", "other": "o"}.get(q["signature-holder"])
    certificate = {"given": {"holder": holder}, "denied": False}.get(q["signature-certificate"])
    supplier = {
        "id": "i",
        "registered": {"yes": q["day"], "no": False}.get(q["supplier-intermediary"]),
        "agreement": q.agreement("signature-agreement", covers_signature_certificate=True),
    }
    return plan(
        party=provider(q, model=q.told("model")),
        intermediary=[supplier],
        organiser=[{"id": "alue"}],
        other_party=[{"id": "o"}],
        system=[{"id": "emr", "packaged_service": q.flag("packaged")}],
        access_point=[point("ap1")],
        use=[{"service": "patient-data", "access_point": "ap1", "system": "emr"}],
        signature_certificate=certificate,
    )


def registers(q):
    register = None if q["register"] == "none" else q.told("register")
    told = {"register": register, "registered": False if register is None else q["day"]}
    if q["actor"] == "tenant":
        return plan(party=provider(q), tenant=[{"id": "t1", **told}])
    if q["actor"] == "intermediary":
        return plan(party={"kind": "intermediary", "registered": q.done("intermediary-registered")})
    return plan(party=provider(q, **told))
