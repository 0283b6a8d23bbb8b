/// The path of a request with parameters in braces.
struct PathTemplate {
  /// A segment of the path.
  private enum Segment {
    case literal(Substring.UTF8View)
    case parameter(String)
  }

  private let segments: [Segment]

  init(_ path: String) {
    segments = Self.split(path).map { segment in
      guard segment.first == UInt8(ascii: "{"), segment.last == UInt8(ascii: "}") else {
        return .literal(segment)
      }
      return .parameter(String(Substring(segment.dropFirst().dropLast())))
    }
  }

  /// The names of the parameters, in the order of the path.
  var names: [String] {
    segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }

  /// Whether the path has a parameter.
  func has(_ name: String) -> Bool { names.contains { $0.utf8.elementsEqual(name.utf8) } }

  /// Whether an address is one that the template stands for.
  func matches(_ address: String) -> Bool {
    let parts = Self.split(address)
    return parts.count == segments.count
      && zip(segments, parts).allSatisfy { segment, part in
        switch segment {
        case .literal(let text): text.elementsEqual(part)
        case .parameter: !part.isEmpty
        }
      }
  }

  /// What an address has in the place of a parameter, unescaped; `nil` if the address is another one.
  func value(of name: String, in address: String) -> String? {
    guard matches(address) else { return nil }
    for case (.parameter(let parameter), let part) in zip(segments, Self.split(address))
    where parameter.utf8.elementsEqual(name.utf8) {
      return String(Substring(part)).removingPercentEncoding
    }
    return nil
  }

  /// The path with values in the place of the parameters, escaped.
  func filled(with values: [PatchRequest.Parameter]) -> String {
    var values = values[...]
    return segments.map { segment in
      switch segment {
      case .literal(let text): String(Substring(text))
      case .parameter: values.popFirst()?.value.percentEncoded ?? ""
      }
    }.joined(separator: "/")
  }

  private static func split(_ path: String) -> [Substring.UTF8View] {
    path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  }
}
