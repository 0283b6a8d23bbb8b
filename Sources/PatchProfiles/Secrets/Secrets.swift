package import JSONPatching

/// The values that the secret places of a document or a patch hold, so that they can be kept out of
/// everything that is shown, wherever they are.
///
/// A place says what is secret only until the value is copied elsewhere; the value itself says it
/// everywhere. Strings and numbers count, those inside of secret containers too.
package struct Secrets: Sendable, Hashable {
  /// What stands in the place of a secret.
  package static let mark = "(sensitive)"
  /// What stands in the place of a secret that was another value before.
  package static let changedMark = "(sensitive, changed)"

  private let values: Set<JSON>
  private let finder: TextFinder

  package init(_ values: Set<JSON> = []) {
    self.values = values
    finder = TextFinder(values.lazy.flatMap(\.spellings))
  }

  /// There is nothing to hide.
  package var isEmpty: Bool { values.isEmpty }

  /// The secrets without the masks that an API shows in their place, which tell nothing.
  package var withoutMasks: Secrets {
    Secrets(values.filter { !($0.string?.isMask ?? false) })
  }

  /// Whether a string or a number is a secret, however short.
  func contains(_ scalar: JSON) -> Bool { values.contains(scalar) }

  /// Whether a string or a number is a secret or has one in it.
  package func isWithin(_ scalar: JSON) -> Bool {
    if values.contains(scalar) { return true }
    return (scalar.string ?? scalar.number?.text).map(isWithin) ?? false
  }

  /// Whether a text has a secret in it.
  ///
  /// Very short secrets are secret only where they are the whole value: they are in every other
  /// word.
  package func isWithin(_ text: String) -> Bool {
    !finder.occurrences(in: Array(text.utf8)).isEmpty
  }

  /// A text with a mark in the place of each secret.
  package func masked(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var rest = bytes.startIndex
    var result = ""
    for extent in finder.occurrences(in: bytes) {
      result += String(decoding: bytes[rest..<extent.lowerBound], as: UTF8.self) + Self.mark
      rest = extent.upperBound
    }
    return rest == bytes.startIndex
      ? text : result + String(decoding: bytes[rest...], as: UTF8.self)
  }
}

extension JSON {
  /// How a string or a number is spelled in a text, and in a pointer.
  fileprivate var spellings: [String] {
    if let number { return [number.text] }
    guard let string else { return [] }
    return [string, String(JSONPointer.root.appending(string).description.dropFirst())]
  }
}

extension JSON {
  /// The strings and numbers in the value, except for empty strings; none of them holds on to it.
  var leaves: [JSON] {
    var leaves: [JSON] = []
    var pending = [self]
    while let value = pending.popLast() {
      if let array = value.array {
        pending += array
      } else if let object = value.object {
        pending += object.map(\.value)
      } else if value.kind == .number || value.string?.isEmpty == false {
        leaves.append(value.detached())
      }
    }
    return leaves
  }

  /// Every value at a path: where an object repeats a name, all the members of that name.
  func occurrences(at tokens: ArraySlice<String>) -> [JSON] {
    tokens.reduce([self]) { values, token in
      values.flatMap { value -> [JSON] in
        guard let object = value.object else { return value.child(token).map { [$0] } ?? [] }
        return object.filter { $0.name.utf8.elementsEqual(token.utf8) }.map(\.value)
      }
    }
  }
}
