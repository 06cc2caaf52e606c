"""Vectors about plans: the oracle's questions, a few for every line of its tables."""

import builders
import oracle
from builders import Question

DAY = "2025-12-01"
WHY = {"input": "input-missing", "silent": "guide-silent", "ambiguous": "guide-ambiguous", "date": "date-unknown"}

PARTY_POINTS = {"administrator": ["party", "intermediary"], "pharmacy": ["small", "large", "hospital-pharmacy", "no-pharmacy"]}
FIGURES = {
    "link-too-slow-for-small-pharmacy": ["9", "9.999", "10", "11"],
    "link-too-slow-for-large-pharmacy": ["29", "30", "31"],
    "link-too-slow-under-10000-documents": ["29", "30", "31"],
    "link-too-slow-over-100000-documents": ["499", "500", "501"],
    "link-too-slow-for-imaging": ["299", "300", "301"],
    "capacity-need-not-defined": ["60"],
    "link-below-defined-need": ["59", "60", "61"],
}
DOCUMENTS = ["9999", "10000", "10001", "100000", "100001"]

# The oracle's row; the requirement, where its words differ; the subject; the builder; what the rule says; and the words that
# the question takes, where they are fewer than the oracle's. A plan cannot say all that the oracle can ask.
R = [
    ("access-point-outside-finland", None, "access_point.point", builders.location, "An access point lay in Finland until the EU area was allowed.", {"kind": ["access-point"], "country": ["finland", "aland", "eu", "eea-not-eu", "third"]}),
    ("access-point-outside-eu", None, "access_point.point", builders.location, "An access point lies in Finland or in the EU area.", {"kind": ["access-point"], "country": ["finland", "aland", "eu", "eea-not-eu", "third"]}),
    ("access-point-abroad-not-approved", None, "access_point.point", builders.location, "An access point elsewhere than in Finland has been approved by Kanta Services.", {"kind": ["access-point"]}),
    ("consolidation-point-abroad-not-approved", None, "consolidation_point.point", builders.location, "A consolidation point elsewhere than in Finland has been approved by Kanta Services.", {"kind": ["consolidation-point"]}),
    ("consolidation-point-outside-eu", None, "consolidation_point.point", builders.location, "Whether a consolidation point has to lie in the EU area is not said.", {"kind": ["consolidation-point"], "country": ["finland", "aland", "eu", "eea-not-eu", "third"]}),
    ("imaging-over-open-internet", None, "link.asked", builders.open_internet, "The Imaging Data Repository is not used over open internet.", {}),
    ("pharmacy-prescription-primary-over-open-internet", None, "link.asked", builders.open_internet, "A pharmacy's primary connection to the Prescription Service is not open internet.", {}),
    ("open-internet-outside-table-1", None, "link.asked", builders.open_internet, "Open internet is used in the cases of Table 1 alone.", {}),
    ("open-internet-not-justified", None, "link.asked", builders.open_internet, "Open internet is used where it is justified.", {"party": ["provider", "pharmacist"]}),
    ("open-internet-risks-not-heeded", None, "link.asked", builders.open_internet, "The risks of open internet are taken into account.", {}),
    *[
        (row, None, "volume" if row == "capacity-need-not-defined" else "link.asked", builders.capacity, what, {**PARTY_POINTS, "down": FIGURES[row], "up": FIGURES[row], "documents": DOCUMENTS, "need": ["0", "60", "denied"], **more})
        for row, what, more in [
            ("link-too-slow-for-small-pharmacy", "A small pharmacy's link has at least 10 Mbit/s.", {}),
            ("link-too-slow-for-large-pharmacy", "A large pharmacy's link has at least 30 Mbit/s.", {}),
            ("link-too-slow-under-10000-documents", "With fewer than 10,000 documents a day a link has at least 30 Mbit/s.", {}),
            ("link-too-slow-over-100000-documents", "With more than 100,000 documents a day a link has at least 500 Mbit/s.", {}),
            ("link-too-slow-for-imaging", "A link that carries imaging has at least 300 Mbit/s.", {"pharmacy": ["no-pharmacy"]}),
            ("capacity-need-not-defined", "The party defines the capacity that it needs.", {"administrator": ["party"], "pharmacy": ["no-pharmacy"]}),
            ("link-below-defined-need", "A link is not slower than the need that the party has defined.", {"administrator": ["party"], "pharmacy": ["no-pharmacy"]}),
        ]
    ],
    ("tenant-not-private", None, "tenant.tenant", builders.clauses, "A tenant of the joint model is a private provider.", {}),
    ("host-of-tenant-not-private", None, "tenant.t1", builders.host, "The joining party of a tenant is private.", {}),
    ("tenant-outside-premises", None, "tenant.tenant", builders.clauses, "A tenant works in the joining party's premises.", {}),
    ("tenant-on-another-system", None, "tenant.tenant", builders.clauses, "A tenant uses the joining party's system.", {}),
    ("tenant-agreement-missing", None, "tenant.tenant", builders.clauses, "Joining party and tenant have agreed on their duties and responsibilities.", {}),
    ("tenant-not-named-in-messages", None, "tenant.tenant", builders.clauses, "Messages and documents name the tenant.", {}),
    ("intermediary-agreement-missing", "agreement-with-intermediary-missing", "intermediary.intermediary", builders.clauses, "There is an agreement with the intermediary that administers the access point.", {"administrator": ["intermediary"]}),
    ("intermediary-agreement-silent-on-duties", "agreement-with-intermediary-silent-on-duties", "intermediary.intermediary", builders.clauses, "The agreement with the intermediary states the duties.", {"administrator": ["intermediary"]}),
    ("intermediary-security-plan-missing", "intermediary-without-security-plan", "intermediary.intermediary", builders.clauses, "An intermediary has a data security plan.", {"administrator": ["intermediary"]}),
    ("traffic-to-others-point-not-encrypted", "traffic-to-access-point-not-encrypted", "intermediary.intermediary", builders.clauses, "Traffic to an access point of somebody else is encrypted.", {"administrator": ["intermediary"]}),
    ("traffic-to-others-point-not-identified", "traffic-to-access-point-not-identified", "intermediary.intermediary", builders.clauses, "Who sends traffic to somebody else's access point is identified by a server certificate.", {"administrator": ["intermediary"]}),
    ("firewall-not-stateful", "no-stateful-firewall", "access_point.point", builders.clauses, "An access point stands behind a stateful firewall.", {}),
    ("malware-protection-missing", "no-malware-protection", "access_point.point", builders.clauses, "An access point is protected against malware.", {}),
    ("tls-version-not-1.2", "tls-version-too-old", "access_point.point", builders.clauses, "TLS 1.2 is the version that is used.", {}),
    ("address-not-fixed", None, "access_point.point.addresses[0]", builders.clauses, "An access point's address is fixed.", {}),
    ("address-not-public", None, "access_point.point.addresses[0]", builders.clauses, "An access point's address is public.", {}),
    ("address-not-attributable", None, "access_point.point.addresses[0]", builders.clauses, "An address can be attributed to whoever administers the access point.", {}),
    ("links-not-redundant", None, "access_point.point", builders.clauses, "The connections of an access point are doubled.", {}),
    ("not-duplicated-to-sensible-extent", None, "access_point.point", builders.clauses, "What cannot be doubled in full is doubled as far as makes sense.", {}),
    ("routes-not-separate", None, "link.second", builders.clauses, "Primary and backup take separate routes all the way, and the operator has confirmed it.", {}),
    ("private-link-not-to-all-halls", "hall-not-reached", "link.second", builders.clauses, "A private link reaches the halls A, B and C.", {}),
    ("speed-not-symmetric", None, "link.second", builders.clauses, "A link is as fast in both directions.", {"down": ["0", "99", "100"], "up": ["0", "99", "100"]}),
    ("tls-terminated-at-consolidation-point", "tls-ends-in-consolidation-point", "consolidation_point.gathering", builders.clauses, "TLS does not end in a consolidation point.", {}),
    ("security-requirements-not-met", None, "party", builders.clauses, "The security requirements are met; somebody vouches for it.", {}),
    ("link-not-scalable", "connection-not-scalable", "volume", builders.clauses, "A connection can be scaled.", {"attested": ["met", "not-met"]}),
    ("data-in-clear-at-consolidation-point", "data-in-clear-in-consolidation-point", "consolidation_point.gathering", builders.clauses, "Client data is not readable in a consolidation point.", {"kind": ["consolidation-point"], "attested": ["met", "not-met"]}),
    ("access-point-data-not-declared", None, "access_point.point", builders.clauses, "The data of an access point are told to Kanta.", {"attested": ["met", "not-met"]}),
    ("system-and-point-not-declared", None, "party", builders.clauses, "Which systems and access points are used is told to Kanta.", {"attested": ["met", "not-met"]}),
    ("joining-not-applied-for", None, "party", builders.joining, "Joining has been applied for.", {"actor": ["joining-party", "intermediary"]}),
    ("commitment-not-given", None, "party", builders.joining, "The joining party has given its commitment.", {"actor": ["joining-party", "intermediary"]}),
    ("terms-of-supply-not-accepted", None, "party", builders.joining, "The general terms of supply are accepted.", {"actor": ["joining-party", "intermediary"]}),
    ("service-description-not-accepted", None, "use[0]", builders.joining, "The description of each service is accepted.", {"actor": ["joining-party", "intermediary"]}),
    ("joining-not-approved", None, "party", builders.joining, "Joining has been approved.", {"actor": ["joining-party", "intermediary"]}),
    ("party-in-no-register", None, "party", builders.registers, "A joining party stands in one of three registers.", {"actor": ["joining-party"], "register": ["sote", "pharmacy", "intermediary", "none"]}),
    ("party-in-no-register", "tenant-in-no-register", "tenant.t1", builders.registers, "A tenant stands in one of three registers.", {"actor": ["tenant"], "register": ["sote", "pharmacy", "intermediary", "none"]}),
    ("intermediary-not-registered", None, "party", builders.registers, "An intermediary stands in THL's register of Kanta intermediaries.", {"actor": ["intermediary"]}),
    ("parallel-outside-social-welfare", "parallel-model-outside-social-welfare", "use[0]", builders.parallel, "The parallel model is for the Social Welfare Client Data Repository.", {}),
    ("producer-not-private", "producer-in-parallel-model-not-private", "party", builders.parallel, "The producer of the parallel model is private.", {}),
    ("producer-on-another-system", None, "party", builders.parallel, "The producer works in the organiser's system.", {}),
    ("producer-not-through-organisers-point", None, "use[0]", builders.parallel, "The producer's right runs through an access point that the organiser uses.", {}),
    ("renewal-annotation-missing", None, "use[0]", builders.renewals, "Whoever receives renewal requests is annotated: the service unit in the SOTE register, the provider in Valvira's.", {"register": ["sote", "valvira", "pharmacy", "intermediary"]}),
    ("renewals-without-prescription", "renewals-without-prescription-service", "use[0]", builders.renewals, "Renewal requests are for those who use the Prescription Service.", {}),
    ("pharmacy-without-own-access-point", None, "pharmacy.main", builders.pharmacies, "Each pharmacy has an access point of its own.", {"party": ["pharmacist"]}),
    ("reimbursement-agreement-missing", None, "use[0]", builders.pharmacies, "Kela's services for reimbursement rest on an agreement with Kela.", {}),
    ("signature-certificate-of-someone-else", None, "", builders.signature, "A system signature certificate is in principle the party's own.", {"actor": ["joining-party"], "signature-certificate": ["given", "denied"], "packaged": ["yes"]}),
    ("signature-certificate-supplier-not-intermediary", "signature-certificate-supplier-no-intermediary", "", builders.signature, "The supplier whose certificate is used is a Kanta intermediary.", {"actor": ["joining-party"], "signature-certificate": ["given", "denied"]}),
    ("signature-certificate-agreement-missing", "signature-certificate-not-agreed-with-supplier", "", builders.signature, "The use of the supplier's certificate is agreed.", {"actor": ["joining-party"], "signature-certificate": ["given", "denied"]}),
]

# Inputs of which a plan always says something: leaving them out would be another question.
NEVER_UNKNOWN = {
    "kind", "from", "sharing", "service", "pharmacy", "documents", "imaging", "actor", "register", "through", "organiser-points",
    "receives-renewals", "annotated", "prescription", "point", "kela-service", "party", "links", "duplication", "to",
    "tls-older", "tls-1.2", "tls-1.3", "administrator", "signature-certificate", "signature-holder", "packaged", "day", "system",
}


def words_of(name, taken):
    if name in taken:
        return taken[name]
    return [word for word, _ in oracle.WORDS[name]]


def days_of(row):
    """Both sides of every date in the row's column."""
    found = []
    at = row.columns.index("day") if "day" in row.columns else None
    for cells, _, _ in row.lines:
        sign = next((sign for sign in ("<=", ">=", "<", ">") if at is not None and cells[at].startswith(sign)), None)
        if sign:
            day = cells[at].removeprefix(sign)
            sides = [day, builders.after(day)] if sign in ("<=", ">") else [builders.after(day, -1), day]
            found += [its for its in sides if its not in found]
    return sorted(found)


def questions(row, taken):
    """A few for each line, both sides of each date, and each input unknown in turn; none twice."""
    inputs = {name: words_of(name, taken) for name in row.inputs if name != "day"}
    by_line = {}
    for words in oracle.product(inputs):
        question = {**words, "day": DAY}
        by_line.setdefault(oracle.first_line(row, question), []).append(question)
    chosen = []

    def choose(question):
        if question not in chosen:
            chosen.append(question)

    for line in sorted(by_line):
        of_line = by_line[line]
        for at in sorted({0, len(of_line) // 2 if len(of_line) > 12 else 0, len(of_line) - 1}):
            choose(of_line[at])
    told = {}
    for line in sorted(by_line):
        told.setdefault(row.lines[line][1], by_line[line][0])
    bases = [told[answer] for answer in ("satisfied", "violated") if answer in told]
    for day in days_of(row):
        for base in bases:
            choose({**base, "day": day})
    for base in bases[:1]:
        for name in inputs:
            if name not in NEVER_UNKNOWN:
                choose({**base, name: "unknown"})
    return chosen


def reason(what, question, row, line, answer):
    told = ", ".join(f"{name} {word}" for name, word in question.items() if name in row.inputs)
    text = f"{what} Asked with {told}: {answer.replace(':', ', ')}."
    if line is None:
        return text + " What is unknown could be filled in with different outcomes."
    for ground in row.lines[line][2].split():
        if ground.startswith("reading-"):
            reading = oracle.READINGS[ground.removeprefix("reading-")]
            text += f" Reading {reading['number']}, {reading['question']}: {reading['reading']}."
    return text


def vectors():
    numbers = {}
    for name, requirement, subject, build, what, taken in R:
        row = oracle.ROWS[name]
        for words in questions(row, taken):
            answer, line = oracle.answer(name, words)
            # Both are unknown then, what the row looks at and whether it was in force; which is named first is no law.
            if answer == "undetermined:input" and words["day"] < "2025-09-01":
                continue
            verdict, _, why = answer.partition(":")
            fault = requirement or name
            numbers[fault] = numbers.get(fault, 0) + 1
            yield {
                "id": f"plan/{fault}/{numbers[fault]}",
                "kind": "plan",
                "input": {
                    "plan": build(Question(words)),
                    "on": words["day"],
                    "requirement": f"connection-models/{fault}",
                    "subject": subject,
                },
                "verdict": verdict,
                **({"why": WHY[why]} if why else {}),
                "clause": oracle.clauses(name, line),
                "source": oracle.sources(name, line),
                "reason": reason(what, words, row, line, answer),
            }


# Plans as a whole: one must that is violated is enough, whatever else is not known.
WHOLE = {
    "access-point-outside-eu": {"country": "third"},
    "imaging-over-open-internet": {"service": "imaging", "network": "open-internet", "role": "backup", "party": "provider"},
    "tls-version-not-1.2": {"tls-older": "yes", "tls-1.2": "yes", "tls-1.3": "yes"},
    "links-not-redundant": {"links": "one"},
    "tenant-on-another-system": {"same-system": "no"},
    "address-not-public": {"address-class": "private"},
    "pharmacy-without-own-access-point": {"party": "pharmacist", "point": "shared"},
}


def whole():
    built = {name: (build, what) for name, _, _, build, what, _ in R}
    for number, (name, words) in enumerate(WHOLE.items(), 1):
        words = {"kind": "access-point", "from": "access-point", "duplication": "possible", **words, "day": DAY}
        answer, line = oracle.answer(name, words)
        assert answer == "violated", (name, answer)
        build, what = built[name]
        yield {
            "id": f"plan/verdict/{number}",
            "kind": "plan",
            "input": {"plan": build(Question(words)), "on": DAY},
            "verdict": "non-conforming",
            "clause": oracle.clauses(name, line),
            "source": oracle.sources(name, line),
            "reason": f"{what} That is a must, and it is violated; what else is not known changes nothing.",
        }
    yield {
        "id": "plan/verdict/empty",
        "kind": "plan",
        "input": {"plan": {"format": 1}, "on": DAY},
        "verdict": "undetermined",
        "why": "input-missing",
        "clause": "the guide as a whole",
        "source": ["reading-71", "what is not known never passes"],
        "reason": "A plan that says nothing conforms to nothing.",
    }
