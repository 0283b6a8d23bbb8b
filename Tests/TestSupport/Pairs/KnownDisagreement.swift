/// A pair on which the engine and other libraries disagree, with the reason.
///
/// It stands for its kind: other pairs that come down to the same are explained by it, too.
public struct KnownDisagreement: Sendable {
  /// Document, patch and what the engine makes of them.
  public var example: PatchCase
  /// The pair itself.
  public var pair: PatchPair
  /// Why the engine is right.
  public var reason: String
  /// What the other libraries make of it, by their names.
  public var answers: [String: Answer]
  /// What pairs of this kind may have as their last operation.
  private var operations: Set<String>
  /// What the engine may say to them.
  private var codes: Set<String>
  /// Where their last operation may lead.
  private var targets: Set<PatchPair.Target>

  /// What a library makes of the pair.
  public struct Answer: Sendable {
    /// Beside what the engine does.
    public var verdict: Verdict
    /// What it writes, if it accepts the pair.
    public var text: String?
  }

  /// What disagreements have in common that are explained together.
  public struct Kind: Sendable, Hashable {
    /// The library.
    public var peer: String
    /// What it does.
    public var verdict: Verdict
    /// The code of the engine's error; `nil` if it accepts the pair.
    public var code: String?
    /// The operation over which they disagree.
    public var operation: String
    /// Where it leads.
    public var target: PatchPair.Target
    /// Whether numbers matter.
    public var dependsOnNumbers: Bool

    /// Finds the kind of a pair that is as small as can be.
    public init(peer: String, verdict: Verdict, code: String?, pair: PatchPair) {
      self.peer = peer
      self.verdict = verdict
      self.code = code
      operation = pair.lastOperation
      target = pair.lastTarget
      dependsOnNumbers = pair.dependsOnNumbers
    }
  }

  /// What the engine says when it accepts a pair, where the table has a code otherwise.
  private static let acceptance = "accepted"

  /// Reads all that is known.
  public static func all() throws -> [KnownDisagreement] {
    try FixtureRow.rows(in: "disagreements").map(KnownDisagreement.init)
  }

  init(_ row: FixtureRow) throws {
    example = try PatchCase(row)
    pair = PatchPair(
      document: try ModelJSON(parsing: example.document),
      patch: try ModelJSON(parsing: example.patch))
    reason = try row.requiredText("reason")
    answers = [:]
    for member in row.json["peers"]?.members ?? [] {
      guard let verdict = member.value["verdict"]?.text.flatMap(Verdict.init(rawValue:)) else {
        throw row.missing("verdict")
      }
      answers[String(decoding: member.name, as: UTF8.self)] = Answer(
        verdict: verdict, text: member.value["text"]?.text)
    }
    operations = Set(row.json["operations"]?.elements?.compactMap(\.text) ?? [pair.lastOperation])
    let code =
      switch example.outcome {
      case .success: Self.acceptance
      case .failure(let error): error.code
      }
    codes = Set(row.json["codes"]?.elements?.compactMap(\.text) ?? [code])
    let also = row.json["targets"]?.elements?.compactMap(\.text) ?? []
    targets = Set(also.compactMap(PatchPair.Target.init(rawValue:)) + [pair.lastTarget])
    if targets.count != also.count + 1 { throw row.missing("targets") }
  }

  /// Whether disagreements of a kind come down to this one; what ends a process does so whatever the numbers beside it are.
  public func explains(_ kind: Kind) -> Bool {
    answers[kind.peer]?.verdict == kind.verdict && operations.contains(kind.operation)
      && codes.contains(kind.code ?? Self.acceptance) && targets.contains(kind.target)
      && (kind.dependsOnNumbers == pair.dependsOnNumbers || kind.verdict == .panics)
  }
}

extension KnownDisagreement: CustomStringConvertible {
  /// The file and what it is about.
  public var description: String { example.row.description }
}
