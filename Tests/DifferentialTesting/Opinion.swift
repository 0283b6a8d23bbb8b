import JSONPatching
import PeerProcesses
import TestSupport

/// What a peer makes of a pair, beside what the engine makes of it.
struct Opinion {
  var verdict: Verdict
  /// The code of the engine's error; `nil` if it accepts the pair.
  var code: String?
  /// What the peer writes.
  var text: String?

  /// Compares the answer of a peer with what the engine answers.
  init(_ answer: PeerProcess.Answer, on pair: PatchPair) throws {
    let outcome = try pair.outcome
    if case .failure(let error) = outcome { code = error.code.rawValue }
    if case .text(let bytes) = answer { text = String(decoding: bytes, as: UTF8.self) }
    verdict = Verdict(answer, beside: outcome)
  }

  /// Asks a peer.
  init(of peer: PeerProcess, on pair: PatchPair) throws {
    try peer.ask([pair.input])
    try self.init(peer.answers().first ?? .silence, on: pair)
  }

  /// Whether two pairs are found to be wrong in the same way.
  func isLike(_ other: Opinion) -> Bool {
    verdict == other.verdict && code == other.code
  }
}

extension PatchPair {
  /// The texts that a peer is handed.
  var input: PeerProcess.Input {
    PeerProcess.Input(document: document.compactText, patch: patch.compactText)
  }
}

extension Verdict {
  fileprivate init(
    _ answer: PeerProcess.Answer, beside outcome: Result<ModelJSON, JSONPatchError>
  ) {
    switch (answer, outcome) {
    case (.silence, _): self = .panics
    case (.refusal, .failure): self = .agrees
    case (.refusal, .success): self = .refuses
    case (.text, .failure): self = .accepts
    case (.text(let text), .success(let expected)):
      guard let value = try? ModelJSON(parsing: text) else {
        self = .garbles
        return
      }
      if value.hasDuplicates {
        self = .differs
      } else if value == expected {
        self = .agrees
      } else {
        self = value.rounded == expected.rounded ? .rounds : .differs
      }
    }
  }
}

extension ModelJSON {
  /// The same value with the numbers that doubles would keep.
  fileprivate var rounded: ModelJSON {
    switch self {
    case .null, .bool, .string: self
    case .number(let text): .number(Double(text).flatMap { $0.isFinite ? "\($0)" : nil } ?? text)
    case .array(let elements): .array(elements.map(\.rounded))
    case .object(let members):
      .object(members.map { Member(name: $0.name, value: $0.value.rounded) })
    }
  }
}
