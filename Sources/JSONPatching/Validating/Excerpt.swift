package import JSONTypes

/// A value as a message mentions it: itself if it is short, and else what it is.
///
/// An excerpt takes no more room and no more time to make than a short value, and holds on to no document.
package struct Excerpt: Sendable {
  /// A longer text is not shown.
  private static let limit = 120

  private let value: JSON?
  private let summary: String

  /// Takes the excerpt of a value.
  package init(_ value: JSON) {
    // Not `? :`, in which a `nil` beside a JSON value is the JSON `null`.
    if value.hasText(within: Self.limit) {
      self.value = value.detached()
    } else {
      self.value = .none
    }
    switch value.kind {
    case .array: summary = "an array of \(value.count) element\(value.count == 1 ? "" : "s")"
    case .object: summary = "an object of \(value.count) member\(value.count == 1 ? "" : "s")"
    default: summary = "\(value.kind.phrase) of \(value.serializedSizeBound) bytes"
    }
  }

  /// The excerpt on one line.
  ///
  /// - Parameter mask: Takes out of a value what may not be shown.
  /// - Returns: The text of the value, or what it is.
  package func text(masking mask: (JSON) -> JSON = { $0 }) -> String {
    value.map { mask($0).description } ?? summary
  }
}

extension JSON {
  /// Whether the value has at most so many bytes of text; no more of it is looked at.
  fileprivate func hasText(within limit: Int) -> Bool {
    var rest = limit
    var pending = [self]
    while let value = pending.popLast() {
      guard value.count <= rest else { return false }
      if let array = value.array {
        rest -= 2
        pending += array
      } else if let object = value.object {
        rest -= 2
        for member in object {
          rest -= member.name.utf8.count + 4
          pending.append(member.value)
        }
      } else {
        rest -= value.serializedSizeBound
      }
      guard rest >= 0 else { return false }
    }
    return true
  }
}
