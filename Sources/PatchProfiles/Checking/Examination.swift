internal import JSONPatching

/// One judgement of a patch by a profile.
///
/// Operations are examined in their order. Each is judged by the rules first; one without an error
/// is then performed on a trial copy of the document, so that the next is judged against what the
/// good ones leave.
struct Examination {
  let profile: PatchProfile
  let isStrict: Bool
  /// The document so far; `nil` when the patch is judged without one.
  var trial: PatchTrial?
  /// The integration of the document, when its manifest is known.
  let integration: PatchProfile.FormVariables.Integration?

  /// The findings by operation, for the operations that have any.
  private(set) var findings: [(index: Int, finding: Finding)] = []
  /// Findings that a later operation may make obsolete.
  var pending: [Pending] = []
  /// The operations that failed, for the hint that a later failure may come from them.
  var failures: [(index: Int, pointers: [JSONPointer])] = []
  /// The path of the operation before, if it removed something.
  var previousRemoval: JSONPointer?
  /// The paths of the tests so far.
  var tested: [JSONPointer] = []
  /// The arrays of which it was said already that their order is not to be relied on.
  var sortedArrays: [JSONPointer] = []
  /// The described objects that the current operation edits.
  var objects: [DescribedObject] = []
  /// How many children of values may still be compared, so that a patch that edits a large container
  /// over and over ends.
  var contentsBudget = 1 << 22
  /// What finds the names that may have been meant.
  var spelling = Spelling()
  /// The strings and numbers that were seen at secret places.
  var secretValues: Set<JSON> = []
  /// The operation that is being examined.
  private(set) var current = 0
  /// Whether the current operation has an error, so that it is not performed.
  private(set) var hasFailed = false

  /// What was done to the document, if a preview is to show it: nothing once there is an error.
  var shown: PatchPreview.Record?
  /// What could not be decided, for a preview.
  private(set) var unchecked: [String] = []

  init(
    _ profile: PatchProfile, on document: JSON?, isStrict: Bool, limits: JSONPatch.Limits,
    isPreview: Bool = false
  ) {
    self.profile = profile
    self.isStrict = isStrict
    trial = document.map { PatchTrial(on: $0, limits: limits, suggests: false) }
    integration = profile.integration(of: document)
    shown = isPreview ? PatchPreview.Record() : nil
    keepSecrets(of: document)
  }

  mutating func report(_ finding: Finding) {
    findings.append((current, finding))
    if finding.severity == .error { fail() }
  }

  /// Notes that there is an error, so that the patch will not be applied.
  private mutating func fail() {
    hasFailed = true
    shown = nil
  }

  mutating func leaveUnchecked(_ sentence: String) {
    if !unchecked.contains(where: { $0.utf8.elementsEqual(sentence.utf8) }) {
      unchecked.append(sentence)
    }
  }

  /// Judges one operation; errors of form, which make it malformed, are reported elsewhere.
  mutating func examine(_ subject: Subject, isMalformed: Bool = false) {
    current = subject.index
    hasFailed = false
    if isMalformed { fail() }
    objects.removeAll()
    keepSecrets(of: subject)
    defer {
      previousRemoval = subject.kind == .remove ? subject.path : nil
      if subject.kind == .test, let path = subject.path { tested.append(path) }
      if hasFailed { failures.append((subject.index, subject.pointers)) }
    }
    guard let kind = subject.kind else { return }
    judgeDocumentation(of: kind)
    judgePaths(of: subject, kind: kind)
    if !hasFailed { lint(subject) }
    if !hasFailed && !isUnreadable(subject) { perform(subject) }
  }

  /// Judges what an operation does to each of its paths: a `move` takes away and adds.
  private mutating func judgePaths(of subject: Subject, kind: JSONPatch.Operation.Kind) {
    guard let path = subject.path else { return }
    switch kind {
    case .add, .replace:
      judge(edit(kind, at: path, value(of: subject, kind)))
    case .remove:
      judge(edit(kind, at: path))
    case .move:
      if let from = subject.from { judge(edit(.remove, at: from, place: .from)) }
      judge(edit(.add, at: path, value(of: subject, kind), vacated: subject.from))
    case .copy:
      judge(edit(.add, at: path, value(of: subject, kind)))
    case .test:
      judgeTest(subject, at: path)
    }
    if !hasFailed { judgeShifts(of: kind, at: path, from: subject.from, value(of: subject, kind)) }
  }

  /// The value of an operation, which for `move` and `copy` is that at the `from`.
  private func value(of subject: Subject, _ kind: JSONPatch.Operation.Kind) -> Replacement {
    guard let from = subject.from, kind.hasFrom else {
      return subject.value.map { .written($0) } ?? .nothing
    }
    guard let trial else { return .unknown(profile.type(at: Location(from))) }
    return trial.document[from].map { .taken($0) } ?? .nothing
  }

  private mutating func judgeDocumentation(of kind: JSONPatch.Operation.Kind) {
    guard !profile.operations.kinds.contains(kind) else { return }
    report(
      Finding(
        .opNotDocumented, severity: isStrict ? .error : .warning, at: .operation,
        "\"\(kind.rawValue)\" is not in the schema this API publishes",
        help: "remove and add are the safe spelling",
        notes: profile.operations.source.notes))
  }
}
