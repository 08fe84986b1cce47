"""Runs the reference validator (lib-cove-ocds) over packages, without the network.

Usage: review.py SCHEMA_FOLDER DOCUMENT... > answers.jsonl

Prints, for each document (a release or record package in a JSON file), one line:
{"document": ..., "seconds": ..., "answer": <what the reference says>} or {"document": ..., "error": ...}.
Extensions are left out: the reference would fetch them. Schemas it would fetch are read from SCHEMA_FOLDER.
"""

import json
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import jsonref
from libcoveocds.api import ocds_json_output
from libcoveocds.config import LibCoveOCDSConfig


def zip_of_standard(schemas: Path, target: Path) -> str:
    """The layout the reference expects of the standard's repository: one folder, first in the archive."""
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("standard/", "")
        for file in sorted(schemas.rglob("*")):
            if file.is_file():
                archive.write(file, f"standard/schema/{file.relative_to(schemas)}")
    return f"file://{target}"


class LocalSchemas:
    """Stands in for the HTTP client that resolves references between schemas."""

    def __init__(self, schemas: Path):
        self.schemas = schemas

    def get(self, url: str, **_):
        file = self.schemas / url.split("#")[0].rsplit("/", 1)[-1]
        content = {"json": lambda _: json.loads(file.read_text("utf-8")), "raise_for_status": lambda _: None}
        return type("Response", (), content)()


def main(schemas: Path, documents: list[str]) -> None:
    jsonref.requests = LocalSchemas(schemas)
    with tempfile.TemporaryDirectory() as folder:
        config = LibCoveOCDSConfig()
        config.config["context"] = "api"
        config.config["standard_zip"] = zip_of_standard(schemas, Path(folder) / "standard.zip")
        for document in documents:
            print(json.dumps(review(document, config)), flush=True)


def review(document: str, config: LibCoveOCDSConfig) -> dict:
    data = json.loads(Path(document).read_text("utf-8"))
    data.pop("extensions", None)
    begin = time.perf_counter()
    try:
        answer = ocds_json_output(json_data=data, lib_cove_ocds_config=config)
    except Exception as error:  # whatever it is, the other documents go on
        return {"document": document, "error": f"{type(error).__name__}: {error}"}
    return {"document": document, "seconds": round(time.perf_counter() - begin, 3), "answer": answer}


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
