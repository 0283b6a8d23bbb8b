import JSONPatching
import PatchProfiles

/// `jpatch get`: prints the value at a pointer.
enum GetVerb {
  static func perform(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let pointer = try arguments.pointer(arguments.words[0])
    let input = try context.read(arguments[.document] ?? "-", for: arguments)
    let document = try input.document(context, arguments.limits)
    do {
      let value = try document.value(at: pointer)
      let bytes = value.serialized(as: .preserved)
      let output = bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")]
      return Outcome(.success, output: context.host.terminal.isOutput ? output.visibleJSON : output)
    } catch {
      throw Failure(
        .refused, JSONPatch.Code(rawValue: error.code.rawValue),
        "\(error.message.visible) [\(error.code.rawValue)]",
        details: details(error, document))
    }
  }

  /// How far the pointer leads, and where it may have been meant to lead.
  private static func details(_ error: JSONPointer.ResolutionError, _ document: JSON) -> [String] {
    let prefix = error.resolvedPrefix
    let place = prefix.isRoot ? "the root" : prefix.description.visible
    var lines = ["  \(error.pointer.description.visible) leads as far as \(place)"]
    let tokens = error.pointer.tokens
    guard prefix.count < tokens.count, let members = document[prefix]?.object else { return lines }
    let names = members.lazy.map(\.name)
    if let name = Spelling.nearest(to: tokens[prefix.count], among: names) {
      let rest = tokens.dropFirst(prefix.count + 1)
      let meant = JSONPointer(tokens: prefix.tokens + [name] + rest)
      lines.append("  did you mean \(meant.description.visible)?")
    }
    return lines
  }
}

extension Arguments {
  /// A pointer that was given as an argument.
  func pointer(_ text: String) throws(Failure) -> JSONPointer {
    do {
      return try JSONPointer(text)
    } catch {
      throw Failure(
        usage: "\(error.message.visible) [pointer-syntax]", code: .pointerSyntax, self)
    }
  }
}
