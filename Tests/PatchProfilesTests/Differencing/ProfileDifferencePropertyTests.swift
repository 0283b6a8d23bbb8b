import JSONPatching
import TestSupport
import Testing

@testable import PatchProfiles

/// Differences of real documents, of every origin, and random edits of them.
struct ProfileDifferencePropertyTests {
  @Test(arguments: BypassTests.targets)
  func `a difference is accepted and leaves nothing undone that could be done`(
    target: BypassTests.Target
  ) throws {
    let counterexample = Property.counterexample(trials: 250) { generator in
      let new = try RandomEdit.edited(target.document, using: &generator)
      let isStrict = generator.oneIn(5)
      let options = JSONPatch.DifferenceOptions(
        minimize: generator.oneIn(2) ? .bytes : .operations, moves: generator.oneIn(3),
        tests: generator.pick([.none, .none, .version, .values]))
      return try DocumentOrigin.sampledObjection(
        on: ModelJSON(target.document), using: &generator
      ) { old, generator in
        try DocumentOrigin.sampledObjection(on: ModelJSON(new), using: &generator) { new, _ in
          let trial = Trial(
            target: target, old: old, new: new, options: options, isStrict: isStrict)
          return try trial.objection.map { "\(new)\n\(options)\n\($0)" }
        }
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `without rules the difference is that of the documents`() throws {
    for target in BypassTests.targets {
      let counterexample = Property.counterexample(trials: 50) { generator in
        let new = try RandomEdit.edited(target.document, using: &generator)
        let difference = PatchProfile.unrestricted.difference(from: target.document, to: new)
        return difference.patch == new.difference(from: target.document) && difference.isComplete
          ? nil : "\(new)\n\(difference.patch)"
      }
      #expect(counterexample == nil)
    }
  }
}

/// A difference and what has to be true of it.
private struct Trial {
  let target: BypassTests.Target
  let old: JSON
  let new: JSON
  let options: JSONPatch.DifferenceOptions
  let isStrict: Bool

  /// What is wrong; `nil` if nothing is.
  var objection: String? {
    get throws {
      let profile = target.profile
      let difference = profile.difference(
        from: old, to: new, options: options, isStrict: isStrict)
      let preview = profile.preview(difference.patch, of: old, isStrict: isStrict)
      guard preview.isAccepted else {
        return "\(difference.patch) is refused: \(preview.diagnostics)"
      }
      let result = try old.applying(difference.patch)
      for omission in difference.omissions {
        if let problem = try objection(to: omission, in: result) { return problem }
      }
      return unexplained(old, new, result, at: .root, difference)
    }
  }

  /// What is left out stays as it was and could not have been in the patch.
  private func objection(
    to omission: PatchProfile.Difference.Omission, in result: JSON
  ) throws -> String? {
    if omission.reason == .maskedSecret { return nil }
    // The index of an element says nothing about the result.
    guard !omission.pointer.tokens.contains(where: { $0.isArrayIndex }) else { return nil }
    guard result[omission.pointer] == old[omission.pointer] else {
      return "\(omission) is in the result \(result)"
    }
    let operation: JSONPatch.Operation
    switch (omission.old, omission.new) {
    case (nil, let new?): operation = .add(omission.pointer, new)
    case (_?, nil): operation = .remove(omission.pointer)
    case (_?, let new?): operation = .replace(omission.pointer, new)
    case (nil, nil): return "\(omission) is no difference"
    }
    let preview = target.profile.preview([operation], of: result, isStrict: isStrict)
    return preview.isAccepted ? "\(operation) is left out and would be accepted" : nil
  }

  /// Where the result is not the new document without an omission that says why.
  private func unexplained(
    _ old: JSON?, _ new: JSON?, _ result: JSON?, at pointer: JSONPointer,
    _ difference: PatchProfile.Difference
  ) -> String? {
    if new == nil && result == nil { return nil }
    if let new, let result, new == result { return nil }
    if difference.omissions.contains(where: { $0.pointer.isPrefix(of: pointer) }) { return nil }
    let isAbove = difference.omissions.contains { pointer.isPrefix(of: $0.pointer) }
    guard isAbove else {
      return "\(pointer) is \(result.map(\.description) ?? "nothing"), \(difference.patch), "
        + "\(difference.omissions)"
    }
    guard let result, result.kind == .object else { return nil }
    for name in Set(result.childNames + (new?.childNames ?? [])) {
      let problem = unexplained(
        old?[name], new?[name], result[name], at: pointer.appending(name), difference)
      if let problem { return problem }
    }
    return nil
  }
}

/// Edits as somebody makes them in a file, good ones and bad ones.
private enum RandomEdit {
  private static let values: [JSON] = [
    nil, true, 0, 7, 1.5, "text", "", "4kq****9tz", "https://example.com", [], [1], ["a", "b"],
    ["effect": "deny", "resources": ["proj/*"], "actions": ["*"]], ["_id": "mine", "name": "x"],
    ["a": ["locked": 1]], [:], "production", "GET",
    ["key": "k", "name": "n", "type": "string", "description": "d"],
  ]
  private static let names = [
    "name", "on", "tags", "config", "enabled", "version", "_id", "_new", "configValues", "apiKey",
    "apiToken", "note", "resources", "notResources", "actions", "key", "type", "locked", "group",
    "fixed", "rules", "any", "", "a/b", "Version", "capabilityConfig", "statements",
  ]

  static func edited(_ document: JSON, using generator: inout SeededGenerator) throws -> JSON {
    var document = document
    for _ in 0...generator.below(5) {
      let pointers = document.allPointers
      let pointer = generator.pick(pointers)
      let value =
        generator.oneIn(4)
        ? document[generator.pick(pointers)] ?? .null : generator.pick(values)
      switch generator.below(5) {
      case 0 where !pointer.isRoot:
        try document.apply([.remove(pointer)])
      case 1, 2:
        try document.apply([.replace(pointer, value)])
      default:
        guard let parent = document[pointer] else { continue }
        if parent.kind == .object {
          try document.apply([.add(pointer.appending(generator.pick(names)), value)])
        } else if let count = parent.array?.count {
          try document.apply([.add(pointer.appending(generator.below(count + 1)), value)])
        }
      }
    }
    return document
  }
}
