extension PatchProfile {
  /// `PATCH /api/v2/segments/…`: which contexts are in a segment.
  public static let segment = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "extends": "launchdarkly",
        "name": "segment",
        "title": "Segment",
        "area": "Segments",
        "reference": "https://launchdarkly.com/docs/api/segments/patch-segment",
        "path": "/api/v2/segments/{projectKey}/{environmentKey}/{segmentKey}",
        "dryRun": true,
        "endpoint": {
          "statuses": [200, 400, 401, 403, 404, 409, 429],
          "ldcli": "segments update",
          "parameters": {"segmentKey": "/key"}
        },
        "envelope": {"verdict": "accept", "source": "body"},
        "otherFormats": {"documented": ["merge-patch", "semantic-patch"], "source": "formats"},
        "representation": {
          "required": [
            "name", "tags", "creationDate", "lastModifiedDate", "key", "_links", "rules", "version",
            "deleted", "generation"
          ],
          "optional": [
            "description", "included", "excluded", "includedContexts", "excludedContexts",
            "_access", "_flags", "unbounded", "unboundedContextKind", "_unboundedMetadata",
            "_external", "_externalLink", "_importInProgress"
          ]
        },
        "sources": {
          "formats": {
            "quotation": "The request body must be a valid semantic patch, JSON patch, or JSON merge patch.",
            "reason": "the page does not list what may be updated"
          },
          "description": {
            "quotation": "to update the description for a segment with a JSON patch, use the following request body: … \"path\": \"/description\""
          },
          "arrays here": {
            "quotation": "To update fields in the segment that are arrays, set the `path` to the name of the field and then append `/<array index>`. Use `/0` to add the new entry to the beginning of the array. Use `/-` to add the new entry to the end of the array."
          },
          "rule": {
            "quotation": "to add a rule to a segment, use the following request body: … \"op\": \"add\", \"path\": \"/rules/0\""
          },
          "sample": {
            "quotation": "{\"op\": \"add\", \"path\": \"/tags/0\", \"value\": \"example\"}"
          }
        },
        "types": {
          "SegmentTarget": {
            "members": {"contextKind": "string", "values": "string[]"}, "others": "warn"
          },
          "SegmentRule": {
            "members": {
              "_id": "string", "description": "string", "clauses": "Clause[]", "weight": "integer",
              "rolloutContextKind": "string", "bucketBy": "string"
            },
            "others": "warn"
          }
        },
        "rules": [
          {
            "path": "/name", "allow": ["add", "replace"], "value": "Name", "evidence": "inferred",
            "source": "provider"
          },
          {
            "path": "/description", "allow": ["add", "remove", "replace"], "value": "string?",
            "evidence": "documented", "source": "description"
          },
          {
            "path": "/tags", "allow": ["add", "remove", "replace"], "value": "Tag[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/tags/{index}", "allow": ["add", "remove", "replace"], "value": "Tag",
            "evidence": "example", "source": "sample"
          },
          {
            "path": "/included", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "provider",
            "reason": "the page recommends a semantic patch to add or remove targets"
          },
          {
            "path": "/included/{index}", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/excluded", "allow": ["add", "remove", "replace"], "value": "string[]",
            "evidence": "inferred", "source": "provider",
            "reason": "the page recommends a semantic patch to add or remove targets"
          },
          {
            "path": "/excluded/{index}", "allow": ["add", "remove", "replace"], "value": "string",
            "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/includedContexts", "allow": ["add", "remove", "replace"],
            "value": "SegmentTarget[]", "evidence": "inferred", "source": "provider",
            "reason": "the page recommends a semantic patch to add or remove targets"
          },
          {
            "path": "/includedContexts/{index}", "allow": ["add", "remove", "replace"],
            "value": "SegmentTarget", "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/excludedContexts", "allow": ["add", "remove", "replace"],
            "value": "SegmentTarget[]", "evidence": "inferred", "source": "provider",
            "reason": "the page recommends a semantic patch to add or remove targets"
          },
          {
            "path": "/excludedContexts/{index}", "allow": ["add", "remove", "replace"],
            "value": "SegmentTarget", "evidence": "documented", "source": "arrays here"
          },
          {
            "path": "/rules", "allow": ["add", "replace"], "value": "SegmentRule[]",
            "evidence": "inferred", "source": "provider"
          },
          {
            "path": "/rules/{index}", "allow": ["add", "remove", "replace"], "value": "SegmentRule",
            "evidence": "documented", "source": "rule"
          },
          {
            "path": "/rules/{index}/_id", "allow": ["add", "remove"], "value": "string",
            "evidence": "general", "source": "underscore",
            "reason": "the server identifies the rule by it"
          },
          {
            "path": "/rules/{index}/clauses/{index}/_id", "allow": ["add", "remove"],
            "value": "string", "evidence": "general", "source": "underscore",
            "reason": "the server identifies the clause by it"
          },
          {
            "path": "/key", "allow": [], "value": "string", "evidence": "inferred",
            "source": "identity"
          },
          {
            "path": "/version", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server", "help": "to make the patch depend on it, use test"
          },
          {
            "path": "/creationDate", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/lastModifiedDate", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server"
          },
          {
            "path": "/deleted", "allow": [], "value": "boolean", "evidence": "inferred",
            "source": "server", "help": "a DELETE request deletes the segment"
          },
          {
            "path": "/generation", "allow": [], "value": "integer", "evidence": "inferred",
            "source": "server"
          }
        ],
        "unlisted": {"verdict": "warn", "source": "formats"}
      }
      """#)
}
