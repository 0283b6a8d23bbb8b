"""The Python peers: `jsonpatch` on the standard library's json, `jsonpatch` on orjson, yyjson, and pysimdjson, which parses
and does not patch.

Usage: driver.py jsonpatch|orjson|yyjson|pysimdjson [apply PATCH DOCUMENT]
"""

import sys

NAME = sys.argv[1]

# Each peer defines: version(), parse(text), dump(document), patched(document, patch), which leaves
# the document as it is, and operations(text), a parsed patch.
if NAME == "yyjson":
    from yyjson import Document

    parse = operations = Document

    def dump(document):
        return document.dumps().encode()

    def patched(document, patch):
        return document.patch(patch)

elif NAME == "pysimdjson":
    from simdjson import Parser

    # Its parser keeps its memory from one document to the next, which is how it is meant to be used.
    parse = Parser().parse

else:
    import jsonpatch

    if NAME == "orjson":
        from orjson import dumps as dump
        from orjson import loads as parse
    else:
        import json

        parse = json.loads

        def dump(document):
            return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()

    def operations(text):
        return jsonpatch.JsonPatch(parse(text))

    def patched(document, patch):
        return patch.apply(document)


def version():
    from importlib.metadata import version

    return version("jsonpatch") + " + " + version("orjson") if NAME == "orjson" else version(NAME)


def whole(document, patch):
    return dump(patched(parse(document), operations(patch)))


def serve():
    import gc
    import signal
    from time import perf_counter_ns as clock

    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    inputs = []

    def read():
        document, patch = map(int, requests.readline().split())
        return requests.read(document), requests.read(patch)

    def answer(text):
        answers.write(text.encode() + b"\n")
        answers.flush()

    def sample(work, arguments, iterations):
        start = clock()
        for _ in range(iterations):
            for argument in arguments:
                work(*argument)
        return clock() - start

    def measure(task, count, iterations):
        if task == "parse":
            work, arguments = parse, [(document,) for document, _ in inputs]
        elif task == "patch":
            work, arguments = whole, inputs
        else:
            work = patched
            arguments = [(parse(document), operations(patch)) for document, patch in inputs]
        sample(work, arguments, 1)
        return " ".join(str(sample(work, arguments, iterations)) for _ in range(count))

    gc.disable()
    answer(version())
    while line := requests.readline().split():
        # An answer that takes longer than this will not come.
        signal.alarm(60)
        if line[0] == b"load":
            inputs = [read() for _ in range(int(line[1]))]
        elif line[0] == b"try":
            try:
                result = whole(*read())
                answers.write(b"ok %d\n" % len(result) + result)
                answers.flush()
            except Exception:
                answer("refused")
        else:
            try:
                answer(measure(line[1].decode(), int(line[2]), int(line[3])))
            except Exception:
                answer("cannot")
        signal.alarm(0)


if sys.argv[2:3] == ["apply"]:
    with open(sys.argv[4], "rb") as document, open(sys.argv[3], "rb") as patch:
        sys.stdout.buffer.write(whole(document.read(), patch.read()))
else:
    serve()
