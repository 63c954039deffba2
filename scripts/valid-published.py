"""Are latest.json and the data of past days in dist/ what they say they are?"""

import json
import sys
from pathlib import Path

from frictionless import validate
from jsonschema import Draft202012Validator, FormatChecker

DIST = Path(__file__).resolve().parent.parent / "dist"


def problems():
    """What is wrong, a line each."""
    read = lambda name: json.loads((DIST / name).read_text(encoding="utf-8"))
    schema = read("latest.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(read("latest.json")):
        yield f"latest.json: {error.json_path}: {error.message}"
    versions = read("v/index.json")["versions"]
    # The newest, the oldest and one between: all are cut from the same files in the same way.
    for version in (versions[0], versions[len(versions) // 2], versions[-1]):
        package = DIST / "v" / version["package"]
        report = validate(str(package))
        for line in report.flatten(["title", "message"]):
            yield f"v/{version['package']}: {': '.join(line)}"
        checked.append(version["package"])


if not (DIST / "v/index.json").exists():
    sys.exit("dist/ holds no finished page: run 'make build' first")
checked = []
found = list(problems())
print("\n".join(found) or f"latest.json and {', '.join(checked)} are valid")
sys.exit(bool(found))
