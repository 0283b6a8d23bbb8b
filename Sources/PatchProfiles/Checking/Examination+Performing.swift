internal import JSONPatching

/// Performs the good operations one after the other on the trial copy of the document.
extension Examination {
  mutating func perform(_ subject: Subject) {
    guard let operation = subject.operation, trial != nil else { return }
    if case .test(let path, let value) = operation {
      performTest(operation, path, value)
    } else {
      performEdit(operation)
    }
  }

  private mutating func performEdit(_ operation: JSONPatch.Operation) {
    let fromSecrets = operation.from.map { sensitivePointers(at: $0) } ?? []
    do {
      guard let effect = try trial?.perform(operation, index: current) else { return }
      judgeStructure()
      record(effect, of: operation, fromSecrets: fromSecrets)
    } catch {
      report(error, of: operation)
    }
  }

  private mutating func performTest(
    _ operation: JSONPatch.Operation, _ path: JSONPointer, _ value: JSON
  ) {
    do {
      _ = try trial?.perform(operation, index: current)
      let secrets = sensitivePointers(at: path)
      shown?.passedTests.append(
        PatchPreview.PassedTest(
          operationIndex: current, pointer: path, value: value, sensitivePointers: secrets))
    } catch {
      if error.code == .testFailed, let found = error.found, agree(found, value) {
        reportUndecided(at: path)
      } else if error.code == .testFailed, isSensitive(path) {
        report(
          Finding(.testFailed, "the test of \(path) fails; the values are secret and not shown"))
      } else {
        report(error, of: operation)
      }
    }
  }

  /// Whether two values are equal once the places are left out where the document has the mask of
  /// a secret: what the mask stands for may be equal too.
  private func agree(_ found: JSON, _ expected: JSON) -> Bool {
    guard !secretValues.isEmpty else { return false }
    if found == expected { return true }
    guard found.kind == expected.kind else { return false }
    if isMaskOfSecret(found) { return true }
    guard found.count == expected.count else { return false }
    if let found = found.array, let expected = expected.array {
      return zip(found, expected).allSatisfy(agree)
    }
    guard let found = found.object, let expected = expected.object else { return false }
    return expected.allSatisfy { found[$0.name] != nil }
      && found.names.allSatisfy { name in
        guard let first = found[name], let second = expected[name] else { return false }
        return agree(first, second)
      }
  }

  private func isMaskOfSecret(_ value: JSON) -> Bool {
    value.string?.isMask ?? false && secretValues.contains(value)
  }

  private mutating func reportUndecided(at path: JSONPointer) {
    leaveUnchecked("the test of \(path.subject): the document has only the masks of secrets")
    report(
      Finding(
        .testUndecided, severity: .warning,
        "the test of \(path.subject) cannot be decided: the document has only the mask of a secret",
        help: "leave the test out, or test another member"))
  }

  /// A change of the kind of value is suspicious where the profile does not say which it has to be.
  private mutating func judgeKind(of effect: PatchTrial.Effect) {
    guard let old = effect.old, let new = effect.new else { return }
    if old.kind != new.kind, !old.isNull, !new.isNull,
      profile.type(at: Location(effect.pointer)).kinds.count > 1
    {
      report(
        Finding(
          .typeChanged, severity: .warning, at: .value,
          "\(effect.pointer.subject) is \(old.kind.noun) and becomes \(new.kind.noun)"))
    }
  }

  private mutating func record(
    _ effect: PatchTrial.Effect, of operation: JSONPatch.Operation, fromSecrets: [JSONPointer]
  ) {
    var secrets = profile.sensitivePointers(
      in: [effect.old, effect.new], at: effect.pointer, integration: integration)
    if let from = effect.from {
      secrets += fromSecrets.map { $0.rebased(from: from, to: effect.pointer) }
    }
    for value in [effect.old, effect.new] {
      keep(value, at: effect.pointer, places: secrets)
    }
    // What is known of a secret is its mask, which says nothing about whether the value changes.
    guard
      effect.old != effect.new || secrets.contains(effect.pointer) || isSensitive(effect.pointer)
    else {
      return report(
        Finding(
          .noEffect, severity: .warning, "\(effect.pointer.subject) has this value already",
          help: "leave the operation out"))
    }
    judgeKind(of: effect)
    shown?.append(
      effect, of: operation, index: current, rule: profile.rule(for: effect.pointer),
      sensitivePointers: secrets)
  }

  /// Whether everything at a path is secret.
  private func isSensitive(_ pointer: JSONPointer) -> Bool {
    profile.secretPointers(in: [], at: pointer, integration: integration).contains(pointer)
  }

  /// The places of the secrets in the document at and below a path.
  private func sensitivePointers(at pointer: JSONPointer) -> [JSONPointer] {
    profile.sensitivePointers(
      in: [trial?.document[pointer]], at: pointer, integration: integration)
  }
}

/// Failures of an operation on the document.
extension Examination {
  private mutating func report(_ error: JSONPatchError, of operation: JSONPatch.Operation) {
    let isAboutFrom = error.pointer != nil && error.pointer == operation.from
    let place: Finding.Place = isAboutFrom ? .from : .path
    let pointer = isAboutFrom ? operation.from : operation.path
    var help = error.help
    var notes: [String] = []
    if error.code == .pathNotFound, let tokens = pointer?.tokens {
      help = suggest(for: tokens)?.question ?? helpToAdd(instead: operation) ?? help
      if let rule = pointer.flatMap({ profile.rule(for: $0) }), let reason = rule.reason {
        notes.append(reason)
      }
    }
    if error.code == .indexOutOfRange, case .remove(let path) = operation {
      help = helpToRemoveFromTheEnd(path) ?? help
    }
    if error.code == .limitExceeded { notes.append(PatchTrial.endNote) }
    if let failure = earlierFailure(touching: operation) {
      notes.append("judged after operation \(failure) failed, so it may follow from that")
    }
    var finding = Finding(error.code, at: place, error.message, help: help, notes: notes)
    if let expected = error.expected, let found = error.found {
      finding.comparison = Finding.Comparison(
        expected: Excerpt(expected), found: Excerpt(found))
    }
    report(finding)
  }

  /// What to do about a `replace` of something that is not there yet.
  private func helpToAdd(instead operation: JSONPatch.Operation) -> String? {
    guard case .replace(let path, _) = operation, let rule = profile.rule(for: path),
      rule.permits(.add), let parent = path.parent, trial?.document[parent] != nil
    else { return nil }
    return "there is nothing to replace yet: use add"
  }

  /// The last operation that failed and has to do with the paths of this one.
  ///
  /// Only the most recent failures are looked at, so that a long patch in which everything fails is
  /// judged in linear time.
  private func earlierFailure(touching operation: JSONPatch.Operation) -> Int? {
    let pointers = [operation.path, operation.from].compactMap(\.self)
    return failures.suffix(32).last { failure in
      failure.pointers.contains { failed in pointers.contains { $0.isRelated(to: failed) } }
    }?.index
  }
}

extension JSONPointer {
  /// The path as the subject of a sentence.
  var subject: String { isRoot ? "the whole document" : description }

  /// Whether one path is the other's ancestor, or both are elements of one array or members of one
  /// object.
  fileprivate func isRelated(to other: JSONPointer) -> Bool {
    isPrefix(of: other) || other.isPrefix(of: self) || (!isRoot && parent == other.parent)
  }

  /// The place of this path after what is at one path, at or above it, was taken to another.
  fileprivate func rebased(from source: JSONPointer, to target: JSONPointer) -> JSONPointer {
    tokens.dropFirst(source.count).reduce(target) { $0.appending($1) }
  }
}
