import JSONPatching
import TestSupport

extension FuzzTarget {
  /// A difference makes the new document of the old one, an inverse and a merge patch do as well.
  ///
  /// The new document is what the patch makes of the old one, or the text of the patch itself.
  static func differenceFinding(in input: PatchInput) -> String? {
    let limits = input.limits
    let options = JSON.ParsingOptions(maximumDepth: limits.depth)
    guard let old = try? JSON(parsing: input.document, options: options) else { return nil }
    let patch = try? JSONPatch(parsing: input.patch, limits: limits)
    let patched = patch.flatMap { try? old.applying($0, limits: limits) }
    if let patch, let patched {
      if let finding = inverseFinding(of: patch, on: old, result: patched, limits: limits) {
        return finding
      }
    }
    guard let new = patched ?? (try? JSON(parsing: input.patch, options: options)) else {
      return nil
    }
    var aspects = input.aspects
    return differenceFinding(from: old, to: new, aspects: &aspects)
      ?? differenceFinding(from: new, to: old, aspects: &aspects)
      ?? mergeFinding(from: old, to: new)
  }

  private static let options: [JSONPatch.DifferenceOptions] = [
    .default,
    JSONPatch.DifferenceOptions(minimize: .operations, appendsWithDash: true),
    JSONPatch.DifferenceOptions(moves: true, copies: true),
    JSONPatch.DifferenceOptions(minimize: .operations, moves: true, copies: true, tests: .values),
    JSONPatch.DifferenceOptions(
      moves: true, tests: .version, arrayIdentity: [.init(member: "a")]),
  ]

  private static func differenceFinding(
    from old: JSON, to new: JSON, aspects: inout SeededGenerator
  ) -> String? {
    let options = aspects.pick(options)
    let patch = new.difference(from: old, options: options)
    let result = Result(of: patch, on: old, limits: .unlimited)
    guard case .success(new) = result else {
      return "\(options)\nfrom \(old)\nto   \(new)\nis   \(patch)\nwhich makes \(result)"
    }
    if patch.isEmpty != (old == new), options.tests != .version {
      return "\(options)\nfrom \(old)\nto   \(new)\nis   \(patch)"
    }
    return originFinding(from: old, to: new, options, patch, aspects: &aspects)
  }

  /// Documents of other origins have the same difference.
  private static func originFinding(
    from old: JSON, to new: JSON, _ options: JSONPatch.DifferenceOptions, _ patch: JSONPatch,
    aspects: inout SeededGenerator
  ) -> String? {
    let limit = PatchInput.limits.resultBytes
    guard aspects.oneIn(2), max(old.serialized().count, new.serialized().count) <= limit else {
      return nil
    }
    do {
      return try DocumentOrigin.sampledObjection(on: ModelJSON(old), using: &aspects) {
        old, aspects in
        try DocumentOrigin.sampledObjection(on: ModelJSON(new), using: &aspects) { new, _ in
          let other = new.difference(from: old, options: options)
          guard case .success(new) = Result(of: other, on: old, limits: .unlimited) else {
            return "\(options)\nfrom \(old)\nto   \(new)\nis   \(other)"
          }
          return other.isEmpty == patch.isEmpty ? nil : "\(patch)\nand \(other)"
        }
      }
    } catch {
      return "no document of another origin: \(error)"
    }
  }

  private static func inverseFinding(
    of patch: JSONPatch, on old: JSON, result: JSON, limits: JSONPatch.Limits
  ) -> String? {
    for tests in [false, true] {
      var document = old
      let inverse = Result { () throws(JSONPatchError) in
        try document.applyRecordingInverse(patch, tests: tests, limits: limits)
      }
      guard case .success(let inverse) = inverse, document == result,
        case .success(old) = Result(of: inverse, on: result, limits: .unlimited)
      else { return "the inverse of \(patch)\non \(old)\nis \(inverse)" }
    }
    return nil
  }

  private static func mergeFinding(from old: JSON, to new: JSON) -> String? {
    guard let merge = try? new.mergeDifference(from: old) else { return nil }
    let result = try? old.applying(merge, limits: .unlimited)
    return result == new
      ? nil : "the merge patch \(merge)\nmakes \(result?.description ?? "nothing")"
  }
}
