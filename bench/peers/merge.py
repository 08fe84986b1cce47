"""Times the reference merge over JSON Lines of releases, after parsing: the median of three.

Usage: merge.py SCHEMA FILE; prints {"compiled": seconds, "versioned": seconds} on standard error.
"""

import json
import sys
import time
from collections import defaultdict

from ocdsmerge import Merger

processes = defaultdict(list)
with open(sys.argv[2], encoding="utf-8") as lines:
    for line in lines:
        release = json.loads(line)
        processes[release["ocid"]].append(release)

with open(sys.argv[1], encoding="utf-8") as schema:
    merger = Merger(json.load(schema))
seconds = {}
for name, merge in (("compiled", merger.create_compiled_release), ("versioned", merger.create_versioned_release)):
    runs = []
    for _ in range(3):
        begin = time.perf_counter()
        for releases in processes.values():
            merge(releases)
        runs.append(time.perf_counter() - begin)
    seconds[name] = round(sorted(runs)[1], 3)
print(json.dumps(seconds), file=sys.stderr)
