"""Writes the vectors, or with --check says whether they are what it would write: python3 vectors/make [--check]."""

import json
import sys
from pathlib import Path

import admissions
import certificates
import indexes
import oids
import oracle
import plans

FOLDER = Path(__file__).resolve().parents[1]
KINDS = {
    "oid": oids.vectors,
    "certificate": certificates.vectors,
    "plan": lambda: [*plans.vectors(), *plans.whole()],
    "index": indexes.vectors,
    "admission": admissions.vectors,
}
# For each kind one verdict that is wrong on purpose: a runner that calls its answer right compares nothing.
WRONG = {"oid": "invalid", "certificate": "violated", "plan": "satisfied", "index": "deny", "admission": "deny"}


def canary(first, kind):
    """The first vector once more, with a verdict that cannot be right."""
    assert first["verdict"] != WRONG[kind] or kind == "plan"
    wrong = WRONG[kind] if first["verdict"] != WRONG[kind] else "violated"
    kept = {key: first[key] for key in ("kind", "input", "clause", "source")}
    return {
        "id": f"{kind}/canary",
        **kept,
        "verdict": wrong,
        "reason": f"Wrong on purpose: the right verdict is {first['verdict']}, as {first['id']} says.",
        "canary": True,
    }


def text(kind):
    vectors = list(KINDS[kind]())
    assert len({vector["id"] for vector in vectors}) == len(vectors)
    for vector in vectors:
        for ground in vector["source"]:
            if ground.startswith("reading-"):
                assert ground.removeprefix("reading-") in oracle.READINGS, (vector["id"], ground)
            elif ground.startswith(("KG-", "KP-", "KD-", "KS-", "KC-")):
                assert ground in oracle.CLAUSES, (vector["id"], ground)
    vectors.append(canary(vectors[0], kind))
    lines = [json.dumps(vector, ensure_ascii=False, separators=(",", ":")) for vector in vectors]
    return "".join(line + "\n" for line in lines)


def main():
    stale = []
    for kind in KINDS:
        path, made = FOLDER / f"{kind}.jsonl", text(kind)
        if sys.argv[1:] == ["--check"]:
            if not path.exists() or path.read_text(encoding="utf-8") != made:
                stale.append(path.name)
        else:
            path.write_text(made, encoding="utf-8")
            print(f"{path.name}: {made.count(chr(10))} vectors")
    if stale:
        sys.exit(f"not what python3 vectors/make writes: {', '.join(stale)}")


main()
