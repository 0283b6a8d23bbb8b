internal import JSONTypes

extension JSON {
  /// The value on one line: its text if that is short, and else what it is.
  var excerpt: String {
    let limit = 120
    if serializedSizeBound <= 4 * limit, case let text = description, text.utf8.count <= limit {
      return text
    }
    switch kind {
    case .array: return "an array of \(count) element\(count == 1 ? "" : "s")"
    case .object: return "an object of \(count) member\(count == 1 ? "" : "s")"
    default: return "\(kind.phrase) of \(serializedSizeBound) bytes"
    }
  }
}
