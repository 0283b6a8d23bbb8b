package import JSONPatching

extension Secrets {
  /// A value with a mark in the place of each secret in it, member names included.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - old: The value that was at its place before; secrets that differ from it are marked so.
  /// - Returns: The value without secrets.
  package func masked(_ value: JSON, comparedTo old: JSON? = nil) -> JSON {
    isEmpty ? value : replacement(for: value, comparedTo: old) ?? value
  }

  /// A finding that shows no secret.
  package func masked(_ diagnostic: JSONPatch.Diagnostic) -> JSONPatch.Diagnostic {
    guard !isEmpty else { return diagnostic }
    var result = diagnostic
    result.message = masked(diagnostic.message)
    result.help = diagnostic.help.map(masked)
    result.notes = diagnostic.notes.map(masked)
    result.pointer = diagnostic.pointer.map(masked)
    result.operation = diagnostic.operation.map { name in
      JSONPatch.Operation.Kind(rawValue: name) == nil ? masked(name) : name
    }
    return result
  }

  /// What to show for a value; `nil` for a value that can be shown as it is.
  private func replacement(for value: JSON, comparedTo old: JSON?) -> JSON? {
    switch value.kind {
    case .null, .bool:
      return nil
    case .string, .number:
      guard isWithin(value) else { return nil }
      if let text = value.string, isWithin(text) {
        let masked = masked(text)
        if !masked.utf8.elementsEqual(Self.mark.utf8) { return JSON(masked) }
      }
      return JSON(old.map { $0 == value } ?? true ? Self.mark : Self.changedMark)
    case .array:
      return value.array.flatMap { replacement(for: $0, comparedTo: old) }
    case .object:
      return value.object.flatMap { replacement(for: $0, comparedTo: old) }
    }
  }

  private func replacement(for array: JSON.Elements, comparedTo old: JSON?) -> JSON? {
    // Where elements come or go, the places say nothing about what became of which.
    let elements = old?.array.flatMap { $0.count == array.count ? $0 : nil }
    let replacements = array.indices.map { index in
      replacement(for: array[index], comparedTo: elements?[index])
    }
    guard replacements.contains(where: { $0 != nil }) else { return nil }
    return JSON(zip(array, replacements).map { $1 ?? $0 })
  }

  private func replacement(for object: JSON.Members, comparedTo old: JSON?) -> JSON? {
    var hasSecrets = false
    let members = object.map { member in
      let shown = replacement(for: member.value, comparedTo: old?[member.name])
      let isSecretName = isWithin(JSON(member.name))
      if shown != nil || isSecretName { hasSecrets = true }
      return (isSecretName ? maskedName(member.name) : member.name, shown ?? member.value)
    }
    // Not `? :`, in which a `nil` beside a JSON value is the JSON `null`.
    guard hasSecrets else { return nil }
    return JSON(members: members)
  }

  private func maskedName(_ name: String) -> String {
    isWithin(name) ? masked(name) : Self.mark
  }
}
