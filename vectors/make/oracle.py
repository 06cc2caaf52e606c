"""The tables of the law in crates/kanta-oracle/tables, read and asked anew.

The tables were written from the guide by somebody who knew nothing of the engine. This reader knows nothing of either: it
looks lines up, and tries every way to fill in what is unknown.
"""

import csv
import itertools
import re
from pathlib import Path

TABLES = Path(__file__).resolve().parents[2] / "crates/kanta-oracle/tables"
NOT_LAW = {"address-blocks", "catalogue", "editions", "left-out", "pages", "readings", "words"}
DATE = re.compile(r"\d{4}-\d\d-\d\d$")
NUMBER = re.compile(r"\d+(\.\d+)?$")


def _lines(name):
    with open(TABLES / f"{name}.csv", encoding="utf-8", newline="") as file:
        yield from csv.reader(line for line in file if line.strip() and not line.startswith("#"))


def _dicts(name):
    lines = _lines(name)
    head = next(lines)
    return [dict(zip(head, line)) for line in lines]


WORDS = {}
for _line in _dicts("words"):
    WORDS.setdefault(_line["input"], []).append((_line["word"], _line["completes"] == "yes"))
READINGS = {line["number"]: line for line in _dicts("readings")}
CLAUSES = {line["id"]: line["clause"] for line in _dicts("catalogue")}
PAGES = {
    "private-network": "article on private networks, 10.5.2019",
    "availability": "article on availability, 13.2.2017",
    "deployment-requirements": "page on requirements for deployment, 11.7.2019",
    "data-security": "page on data security, 21.11.2024",
}
CLAUSES.update({line["id"]: PAGES[line["document"]] for line in _dicts("pages")})


class Row:
    """One row of the law: its lines in order; the first that covers the inputs answers."""

    def __init__(self, name, file, columns):
        self.name, self.file, self.columns, self.lines = name, file, columns, []

    @property
    def inputs(self):
        def looked_at(at, name):
            here = any(line[0][at] != "*" for line in self.lines)
            right = any(cell[1:] == name or cell[2:] == name for line in self.lines for cell in line[0] if cell[0] in "<>")
            return here or right

        return [name for at, name in enumerate(self.columns) if looked_at(at, name)]


def _read():
    rows = {}
    for path in sorted(TABLES.glob("*.csv")):
        if path.stem in NOT_LAW:
            continue
        columns = []
        for line in _lines(path.stem):
            name, *cells, answer, because = line
            if name == "row":
                columns = cells
                continue
            row = rows.setdefault(name, Row(name, path.stem, columns))
            row.lines.append((cells, answer, because))
    return rows


ROWS = _read()


def _covers(cell, word, question):
    if cell == "*":
        return True
    sign = re.match(r"<=|>=|<|>", cell)
    if not sign:
        return word in cell.split("|")
    sign, right = sign.group(), cell[sign.end():]
    right = question.get(right, right)
    if DATE.match(word) and DATE.match(right):
        left = word
    elif NUMBER.match(word) and NUMBER.match(right):
        left, right = float(word), float(right)
    else:
        return False
    return {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}[sign]


def first_line(row, question):
    """The index of the first line that covers a question in which nothing is unknown."""
    for index, (cells, _, _) in enumerate(row.lines):
        if all(_covers(cell, question.get(name, ""), question) for name, cell in zip(row.columns, cells)):
            return index
    raise LookupError(f"no line of {row.name} covers {question}")


def _rights(row):
    for cells, _, _ in row.lines:
        for cell in cells:
            match = re.match(r"(<=|>=|<|>)(.*)$", cell)
            if match:
                yield match.group(2)


def _completions(row, name, question):
    words = []
    for word, completes in WORDS[name]:
        if not completes:
            continue
        if word == "number":
            limits = {float(its) for its in _rights(row) if NUMBER.match(its)}
            limits |= {float(its) for its in question.values() if NUMBER.match(its)}
            below = 0.0
            for limit in sorted(limits):
                words += [below + (limit - below) / 3, below + (limit - below) / 1.5, limit]
                below = limit
            words += [below + 1, below + 2]
        else:
            words.append(word)
    return [f"{word:.6f}" if isinstance(word, float) else word for word in words]


def answer(name, question):
    """The answer of one row and the index of the line that gave it; no line where completions differ."""
    row = ROWS[name]
    known = {key: word for key, word in question.items() if word != "unknown"}
    found = None

    def complete(known, unknown):
        nonlocal found
        if not unknown:
            index = first_line(row, known)
            if found is None:
                found = index
            return row.lines[found][1] == row.lines[index][1]
        head, *rest = unknown
        return all(complete({**known, head: word}, rest) for word in _completions(row, head, known))

    unknown = [name for name in row.inputs if name not in known]
    if "day" in unknown:
        raise LookupError(f"{name} needs a day")
    if complete(known, unknown):
        return row.lines[found][1], found
    return "undetermined:input", None


def product(inputs):
    """Every question of these inputs, the first input turning fastest."""
    names = list(inputs)
    for words in itertools.product(*(inputs[name] for name in reversed(names))):
        yield dict(zip(names, reversed(words)))


def sources(name, index):
    """The table and line that an answer rests on, and its grounds."""
    row = ROWS[name]
    table = f"kanta-oracle/tables/{row.file}.csv {name}"
    if index is None:
        return [table + ", whose lines differ over what is unknown"]
    grounds = row.lines[index][2].split()
    return [f"{table}, line {index + 1}", *grounds]


def clauses(name, index):
    """The clauses of the guide, or the pages, that the grounds stand in."""
    lines = ROWS[name].lines if index is None else [ROWS[name].lines[index]]
    found = []
    for _, _, because in lines:
        for ground in because.split():
            for clause in CLAUSES.get(ground, "log").split(" and "):
                clause = f"5.1, {clause}" if clause.startswith("Table 1") else clause
                if clause not in [*found, "log"]:
                    found.append(clause)
    if not found:
        return clauses(name, None) if index is not None else ROWS[name].file
    return "; ".join(found[:3])
