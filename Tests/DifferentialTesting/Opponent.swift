import PeerProcesses
import TestSupport

/// A library that the engine is compared with, and what has been found out about it.
struct Opponent {
  let peer: PeerProcess
  private let known: [KnownDisagreement]
  private var agreed = 0
  /// How often each known disagreement was met.
  private var explained: [Int]
  private var unexplained: [KnownDisagreement.Kind: Finding] = [:]
  /// Known disagreements on which the library has changed its mind.
  private var outdated: [String] = []

  /// A disagreement that nobody has explained yet.
  private struct Finding {
    var pair: PatchPair
    var text: String?
    /// The seed of the pair that it was found with.
    var seed: UInt64
    var count = 0
  }

  init(_ peer: PeerProcess, known: [KnownDisagreement]) {
    self.peer = peer
    self.known = known
    explained = Array(repeating: 0, count: known.count)
  }

  var isExplained: Bool { unexplained.isEmpty && outdated.isEmpty }

  /// Asks the library about what is known of it.
  mutating func review() throws {
    for item in known {
      let opinion = try Opinion(of: peer, on: item.pair)
      let answer = item.answers[peer.peer.name]
      if opinion.verdict != answer?.verdict || opinion.text != answer?.text {
        outdated.append("\(item): \(opinion.verdict) \(opinion.text ?? "")")
      }
    }
  }

  /// Takes the answers to pairs that the library has been asked about.
  mutating func judge(_ pairs: [(seed: UInt64, pair: PatchPair)]) throws {
    for ((seed, pair), answer) in zip(pairs, peer.answers()) {
      if try Opinion(answer, on: pair).verdict == .agrees {
        agreed += 1
      } else {
        try lookInto(pair, seed: seed)
      }
    }
  }

  /// Finds what a disagreement comes down to, and whether that is known.
  private mutating func lookInto(_ pair: PatchPair, seed: UInt64) throws {
    let pair = try pair.cut { try Opinion(of: peer, on: $0).verdict != .agrees }
    let opinion = try Opinion(of: peer, on: pair)
    // The operation over which they disagree stays the last one, and the one to blame.
    let smallest = try pair.shrunk { smaller in
      try smaller.lastOperation == pair.lastOperation
        && Opinion(of: peer, on: smaller).isLike(opinion)
        && smaller.withoutLastOperation.map { try Opinion(of: peer, on: $0).verdict } ?? .agrees
          == .agrees
    }
    let kind = KnownDisagreement.Kind(
      peer: peer.peer.name, verdict: opinion.verdict, code: opinion.code, pair: smallest)
    if let index = known.firstIndex(where: { $0.explains(kind) }) {
      explained[index] += 1
    } else {
      let text = try Opinion(of: peer, on: smallest).text
      unexplained[kind, default: Finding(pair: smallest, text: text, seed: seed)].count += 1
    }
  }
}

extension Opponent {
  /// What was found, for people.
  var report: String {
    let total = unexplained.values.reduce(0) { $0 + $1.count }
    let title = """
      \(peer.peer.name) \(peer.version): \(agreed) the same, \(explained.reduce(0, +)) explained, \
      \(total) unexplained
      """
    let reasons = zip(known, explained).filter { $1 > 0 }.sorted { $0.1 > $1.1 }
      .map { "  \($1) × \($0)" }
    let findings = unexplained.sorted { $0.value.count > $1.value.count }.map { kind, finding in
      """
        unexplained: \(finding.count) × \(kind.verdict) \(kind.code ?? "what is accepted"), seed \(finding.seed)
          \(finding.pair)
          \(finding.text ?? "")
      """
    }
    return ([title] + reasons + findings + outdated.map { "  now otherwise: \($0)" })
      .joined(separator: "\n")
  }
}
