#!/usr/bin/env python3
"""Puts the vectors to a program that answers line by line, and tells which answers are right.

    python3 vectors/run.py [--vectors DIR] [--kind KIND]... [--timeout SECONDS] -- CMD [ARGUMENT]...

Python 3.8 or newer, and nothing else. README.md beside this file describes the protocol. Exit status: 0 every answer is right,
and wrong answers were noticed; 1 an answer is wrong or absent, or a wrong one was not noticed; 3 nothing is wrong, and some kinds
are not supported; 2 the vectors cannot be read, the program cannot be started, or wrong usage.
"""

import argparse
import json
import queue
import subprocess
import sys
import threading
from pathlib import Path

KINDS = ["oid", "certificate", "plan", "index", "admission"]
PROTOCOL = 1
LONGEST = 1 << 20
STARTS = 4
TOLD = 50


class Silence(Exception):
    """There is no answer, and why."""


class Program:
    """A program whose input and output belong to a thread each: neither a full pipe nor silence can stop whoever asks."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        # Whoever says more than it is asked waits until somebody listens.
        self.requests, self.answers = queue.Queue(), queue.Queue(16)
        threading.Thread(target=self._write, daemon=True).start()
        threading.Thread(target=self._read, daemon=True).start()

    def _write(self):
        try:
            while True:
                request = self.requests.get()
                if request is None:
                    self.process.stdin.close()
                    return
                self.process.stdin.write(request)
                self.process.stdin.flush()
        except (OSError, ValueError):
            pass  # It reads no more, which shows in its silence.

    def _read(self):
        while True:
            line = self.process.stdout.readline(LONGEST)
            if not line.endswith(b"\n"):
                self.answers.put(Silence("the answer is longer than a mebibyte" if len(line) == LONGEST else "the program ended without an answer"))
                return
            self.answers.put(line)

    def ask(self, request, patience):
        self.requests.put(request)
        try:
            answer = self.answers.get(timeout=patience)
        except queue.Empty:
            raise Silence("no answer in time") from None
        if isinstance(answer, Silence):
            raise answer
        return answer

    def end(self):
        self.requests.put(None)
        try:
            self.process.wait(timeout=0.2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Entrypoint:
    """The program, started anew after a silence, so that a late answer is never taken for that of another question."""

    def __init__(self, command, patience):
        self.command, self.patience, self.starts = command, patience, 1
        self.program = Program(command)

    def ask(self, request):
        if self.program is None:
            if self.starts == STARTS:
                raise Silence("not asked: the program was started as often as it may be")
            self.starts += 1
            self.program = Program(self.command)
        try:
            return self.program.ask(request, self.patience)
        except Silence:
            self.end()
            raise

    def end(self):
        if self.program is not None:
            self.program.end()
        self.program = None


def read(folder, kinds):
    for kind in kinds:
        with open(folder / f"{kind}.jsonl", encoding="utf-8") as file:
            for line in file:
                if line.strip():
                    yield json.loads(line)


def as_set(value):
    return {json.dumps(its, sort_keys=True) for its in value} if isinstance(value, list) else value


def judge(vector, line):
    """`right`, `unsupported`, or what is wrong with the answer."""
    try:
        answer = json.loads(line)
        verdict = answer["verdict"]
    except (ValueError, KeyError, TypeError) as error:
        return f"no answer of the protocol: {error!r}"
    if answer.get("id") != vector["id"]:
        return f"it answers {answer.get('id')!r}"
    if verdict == "unsupported":
        return "unsupported"
    if verdict != vector["verdict"]:
        message = f" ({answer['message']})" if answer.get("message") else ""
        return f"expected verdict {vector['verdict']!r}, found {verdict!r}{message}"
    # Why, and details, are compared where the answer tells them.
    if "why" in vector and answer.get("why") is not None and answer["why"] != vector["why"]:
        return f"expected why {vector['why']!r}, found {answer['why']!r}"
    details = answer.get("details") or {}
    for member, expected in vector.get("details", {}).items():
        if member in details and as_set(details[member]) != as_set(expected):
            return f"expected {member} {expected!r}, found {details[member]!r}"
    return "right"


def main():
    parser = argparse.ArgumentParser(description="Puts the vectors to a program.")
    parser.add_argument("--vectors", type=Path, default=Path(__file__).resolve().parent, metavar="DIR")
    parser.add_argument("--kind", action="append", choices=KINDS)
    parser.add_argument("--timeout", type=float, default=10, metavar="SECONDS")
    parser.add_argument("command", nargs="+", metavar="CMD")
    args = parser.parse_args()
    kinds = [kind for kind in KINDS if not args.kind or kind in args.kind]
    try:
        vectors = list(read(args.vectors, kinds))
        entrypoint = Entrypoint(args.command, args.timeout)
    except (OSError, ValueError) as error:
        print(f"run.py: {error}", file=sys.stderr)
        return 2

    counts = {kind: {"right": 0, "wrong": 0, "unsupported": 0} for kind in kinds}
    failures, noticed, planted = [], 0, 0
    for vector in vectors:
        request = {"protocol": PROTOCOL, "id": vector["id"], "kind": vector["kind"], "input": vector["input"]}
        try:
            found = judge(vector, entrypoint.ask(json.dumps(request, ensure_ascii=False).encode() + b"\n"))
            is_silent = False
        except (Silence, OSError) as silence:
            found, is_silent = str(silence), True
        if vector.get("canary"):
            # It has to be found wrong: whoever calls it right compares nothing.
            planted += 1
            is_noticed = found.startswith("expected") and not is_silent
            noticed += is_noticed
            if found == "right":
                found = "agrees with a verdict that is wrong on purpose: this runner compares nothing, or the program repeats"
            elif is_noticed:
                found = "right"
        counts[vector["kind"]][found if found in ("right", "unsupported") else "wrong"] += 1
        if found not in ("right", "unsupported"):
            failures.append((vector, found))
    entrypoint.end()

    print(f"{'kind':<14}{'vectors':>10}{'right':>10}{'wrong':>10}{'unsupported':>14}")
    together = {word: sum(its[word] for its in counts.values()) for word in ("right", "wrong", "unsupported")}
    for name, its in [*counts.items(), ("together", together)]:
        print(f"{name:<14}{sum(its.values()):>10}{its['right']:>10}{its['wrong']:>10}{its['unsupported']:>14}")
    print(f"wrong on purpose, and found wrong: {noticed}/{planted}")
    for vector, found in failures[:TOLD]:
        print(f"\n{vector['id']}\n  {found}\n  {vector['clause']}: {vector['reason']}")
    if len(failures) > TOLD:
        print(f"\n… and {len(failures) - TOLD} more")
    return 1 if failures else 3 if together["unsupported"] else 0


if __name__ == "__main__":
    sys.exit(main())
