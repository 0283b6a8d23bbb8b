internal import JSONPatching

/// Looks for the largest difference that a profile accepts as a whole.
///
/// Each difference is judged by itself first. What they bring about together is judged when the patch is there: a
/// difference that is refused then is withdrawn, and the patch is made again without it.
struct DifferenceSearch {
  private let judge: DifferenceJudge
  private let new: JSON
  private var options: JSONPatch.DifferenceOptions
  private let isStrict: Bool
  /// The places that stay as they are.
  private var withdrawn: [JSONPointer: DifferenceJudge.Objection] = [:]
  /// The containers in which no single operation is permitted, but which may be replaced.
  private var replaced: Set<JSONPointer> = []

  /// After so many patches, what is refused is withdrawn with everything beside it.
  private static let patience = 8

  init(
    from old: JSON, to new: JSON, by profile: PatchProfile,
    _ options: JSONPatch.DifferenceOptions, isStrict: Bool
  ) {
    // Worked out once, as they are compared again and again.
    let (old, new) = (old.flattened, new.flattened)
    judge = DifferenceJudge(profile, on: old, isStrict: isStrict)
    self.isStrict = isStrict
    self.options = options
    self.options.moves = options.moves && profile.operations.kinds.contains(.move)
    self.options.copies = options.copies && profile.operations.kinds.contains(.copy)
    self.options.arrayIdentity += profile.readOnlyIdentities
    // Differences that nobody wants to know of are no omissions either.
    let wanted = try? old.applying(
      new.difference(from: old, options: .init(ignoring: options.ignoring)), limits: .unlimited)
    self.new = options.ignoring.isEmpty ? new : wanted ?? old
  }

  /// The patch, and what it leaves out.
  ///
  /// Every patch that is refused withdraws something more, up to the document as a whole: this ends.
  mutating func difference() -> PatchProfile.Difference {
    var attempts = 0
    while true {
      attempts += 1
      var filter = DifferenceFilter(judge, options, withdrawn: withdrawn)
      let target = filter.target(of: new)
      let patch = withoutSecretTests(
        target.difference(
          from: judge.old, options: options, editing: filter.edited, replacing: replaced))
      let errors = judge.profile.check(
        patch, on: judge.old, isStrict: isStrict, limits: .unlimited
      ).filter { $0.severity == .error }
      if errors.isEmpty {
        return PatchProfile.Difference(
          patch: patch, omissions: filter.omissions, secrets: judge.secrets(with: new))
      }
      if options.moves || options.copies {
        // Both ends of a move have to be permitted; a removal and an addition may be where it is not.
        (options.moves, options.copies) = (false, false)
        continue
      }
      var settled: [JSONPointer] = []
      for error in errors {
        resolve(
          error, of: patch, target, edited: filter.edited, &settled,
          isImpatient: attempts > Self.patience)
      }
    }
  }

  /// A `test` of a secret compares a mask with the secret that it hides.
  private func withoutSecretTests(_ patch: JSONPatch) -> JSONPatch {
    guard options.tests != .none, judge.profile.hasSecrets else { return patch }
    return JSONPatch(
      patch.filter { operation in
        operation.kind != .test
          || judge.secretPlaces(in: [operation.value], at: operation.path).isEmpty
      })
  }

  /// Sees to it that the next patch does not bring an error; `settled` are the places that errors of this one are about.
  private mutating func resolve(
    _ error: JSONPatch.Diagnostic, of patch: JSONPatch, _ target: JSON, edited: Set<JSONPointer>,
    _ settled: inout [JSONPointer], isImpatient: Bool
  ) {
    let path = error.operationIndex.map { patch[$0].path } ?? .root
    let place = isImpatient ? JSONPointer(tokens: path.tokens.prefix(1)) : stablePart(of: path)
    // What was done about another error may have dealt with this one: the next patch shows it.
    guard !settled.contains(where: { $0.isPrefix(of: place) }) else { return }
    for container in sequence(first: place, next: \.parent) {
      guard !replaced.contains(container), !edited.contains(container),
        let value = target[container], judge.old[container]?.kind == value.kind,
        value.kind == .object || value.kind == .array,
        judge.accepts(.replace(container, value))
      else { continue }
      replaced.insert(container)
      settled.append(container)
      return
    }
    let objection = DifferenceJudge.Objection(code: error.code, message: error.message)
    for container in sequence(first: place, next: \.parent) where withdrawn[container] == nil {
      withdrawn[container] = objection
      settled.append(container)
      return
    }
  }

  /// The part of a path that no edit of an array can shift: up to the first array on the way.
  private func stablePart(of path: JSONPointer) -> JSONPointer {
    var stable = JSONPointer.root
    for token in path.tokens {
      guard judge.old[stable]?.kind == .object else { break }
      stable = stable.appending(token)
    }
    return stable
  }
}

extension PatchProfile {
  /// The read-only members of elements, which tell elements apart as nobody can change them.
  fileprivate var readOnlyIdentities: [JSONPatch.DifferenceOptions.ArrayIdentity] {
    rules.compactMap { rule in
      let components = rule.path.components
      guard rule.isReadOnly, !rule.path.isElastic, case .literal(let name)? = components.last,
        components.dropLast().last == .index
      else { return nil }
      let array = components.dropLast(2).map { component in
        if case .literal(let name) = component {
          String(decoding: name, as: UTF8.self)
        } else {
          "*"
        }
      }
      return .init(
        member: String(decoding: name, as: UTF8.self), in: .init(JSONPointer(tokens: array)))
    }
  }
}
