extension PatchProfile {
  /// The profile of a document that nothing is known about: RFC 6902 alone judges.
  ///
  /// It is not among ``builtIn``, because it does not describe a resource.
  public static let unrestricted = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "name": "json",
        "title": "Any JSON document",
        "path": "",
        "envelope": {"verdict": "accept", "source": "rfc"},
        "sources": {
          "rfc": {
            "reason": "RFC 6902 restricts no path",
            "origin": "https://www.rfc-editor.org/rfc/rfc6902"
          }
        },
        "rules": [],
        "unlisted": {"verdict": "accept", "source": "rfc"}
      }
      """#)
}
