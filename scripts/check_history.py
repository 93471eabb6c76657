"""The history rule: no write may pass by the history of a record.

django-simple-history writes its row when a single record is saved. Its documented gaps (queryset
updates, bulk calls, F() expressions) and raw SQL change records without one, so application code
goes through pcp_scrutiny.history instead. The rule reads the source, and so cannot know types:
it goes by how a call looks. A line it is wrong about, or a record that keeps no history, says so
on that line or on the one above: ``# not historied: <why>``.
"""

import ast
import io
import re
import sys
import tokenize
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKER = re.compile(r"#\s*not historied:\s*(.*)")

BULK = {"bulk_create", "bulk_update", "abulk_create", "abulk_update"}
UPDATE = {"update", "aupdate"}
DELETE = {"delete", "adelete", "_raw_delete"}
SQL = {"raw", "extra", "RawSQL", "cursor", "execute", "executemany"}
LINK = {"set", "add", "remove", "clear"}
CREATE = {"create", "acreate", "get_or_create", "update_or_create"}


@dataclass(frozen=True)
class Finding:
    line: int
    last_line: int
    sentence: str


def findings(source: str, links: Collection[str] = ()) -> list[tuple[int, str]]:
    """The lines that break the rule, each with the sentence that says how. Raises SyntaxError.

    ``links`` are the names of the many-to-many fields, which history does not follow.
    """
    comments = markers(source)
    found = []
    excused: set[int] = set()
    for finding in writes(ast.parse(source), links):
        lines = [
            line for line in range(finding.line - 1, finding.last_line + 1) if line in comments
        ]
        excused.update(lines)
        if not lines:
            found.append((finding.line, finding.sentence))
    for line, why in comments.items():
        if not why:
            found.append((line, "say after “not historied:” why no history is needed"))
        elif line not in excused:
            found.append((line, "“not historied” explains nothing here: remove it"))
    return sorted(found)


def markers(source: str) -> dict[int, str]:
    """The explanation on each line that has the marker."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    comments = ((token.start[0], MARKER.match(token.string)) for token in tokens)
    return {line: match[1].strip() for line, match in comments if match}


def writes(tree: ast.AST, links: Collection[str]) -> Iterator[Finding]:
    for node in ast.walk(tree):
        sentence = ""
        if isinstance(node, ast.Call):
            sentence = call_sentence(node) or link_sentence(node, links)
        elif isinstance(node, ast.Assign | ast.AugAssign) and node.value and has_f(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(target, ast.Attribute) for target in targets):
                sentence = "F() leaves an expression in the history: read the value and set it"
        if sentence:
            yield Finding(node.lineno, node.end_lineno or node.lineno, sentence)


def call_sentence(call: ast.Call) -> str:
    name = called(call)
    is_method = isinstance(call.func, ast.Attribute)
    if is_method and name in BULK:
        return f".{name}() writes no history: use history.create_many() or history.save()"
    # A queryset's update() takes keywords alone; that of a dict or a digest takes a value.
    if is_method and name in UPDATE and call.keywords and not call.args:
        return f".{name}() writes no history: use history.save() on each record"
    # history.delete(record, ...), a cache and a file's delete(save=False) are told by arguments.
    if is_method and name in DELETE and not call.args and not named(call, "save"):
        return f".{name}() gives no user and reason: use history.delete() on each record"
    if name in SQL and (is_method or name == "RawSQL"):
        return f"{name}() is raw SQL, which writes no history: use the model"
    if is_method and name in CREATE and any(has_f(keyword.value) for keyword in call.keywords):
        return "F() leaves an expression in the history: read the value and set it"
    return ""


def link_sentence(call: ast.Call, links: Collection[str]) -> str:
    method = call.func
    if isinstance(method, ast.Attribute) and method.attr in LINK:
        of = method.value
        if isinstance(of, ast.Attribute) and of.attr in links:
            return f".{of.attr}.{method.attr}() changes links, of which history keeps nothing"
    return ""


def many_to_many(root: Path) -> set[str]:
    """The names of the many-to-many fields of the apps' models."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in application_files(root))
    given = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Assign))
    return {
        name.id
        for node in given
        if isinstance(node.value, ast.Call) and called(node.value) == "ManyToManyField"
        for name in node.targets
        if isinstance(name, ast.Name)
    }


def called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def named(call: ast.Call, argument: str) -> bool:
    return any(keyword.arg == argument for keyword in call.keywords)


def has_f(value: ast.AST) -> bool:
    return any(isinstance(node, ast.Call) and called(node) == "F" for node in ast.walk(value))


def application_files(root: Path) -> Iterator[Path]:
    """The source of the apps that pyproject.toml names, without what is allowed to write so."""
    project = tomllib.loads((root / "pyproject.toml").read_text())
    for package in project["tool"]["importlinter"]["root_packages"]:
        for path in sorted((root / package).rglob("*.py")):
            inside = path.relative_to(root)
            if "migrations" not in inside.parts and inside.parts[:2] != ("pcp_scrutiny", "history"):
                yield path


def main(root: Path = ROOT) -> int:
    status, links = 0, many_to_many(root)
    for path in application_files(root):
        for line, sentence in findings(path.read_text(encoding="utf-8"), links):
            print(f"{path.relative_to(root)}:{line}: {sentence}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
