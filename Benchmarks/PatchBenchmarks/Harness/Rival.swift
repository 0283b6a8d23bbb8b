/// Somebody who takes turns with a workload: a yardstick or a peer.
struct Rival {
  enum Kind {
    case yardstick
    case peer
  }

  let kind: Kind
  private let name: String
  private var verdict: Verdict
  /// `nil` for one who cannot do the work or does it wrongly.
  private var turns: Turns?

  init(
    _ kind: Kind, _ name: String, _ contestant: some Contestant, verdict: Verdict, plan: Plan
  ) {
    self.kind = kind
    self.name = name
    self.verdict = verdict
    guard verdict.isWorthTiming else { return }
    turns = try? Turns(of: contestant, plan: plan)
    if turns == nil { self.verdict = .fails }
  }

  /// A peer who is not installed: a gap in the table.
  init(missing name: String) {
    (kind, self.name, verdict) = (.peer, name, .isMissing)
  }

  /// One who fails is out, and leaves a gap in the table.
  mutating func takeTurn() {
    guard turns != nil else { return }
    do {
      try turns?.take()
    } catch {
      turns = nil
      verdict = .fails
    }
  }

  /// A yardstick without times is not worth a line.
  var outcome: Measurement.Rival? {
    guard kind == .peer || turns != nil else { return nil }
    return Measurement.Rival(name: name, verdict: verdict, samples: turns?.samples ?? [])
  }
}
