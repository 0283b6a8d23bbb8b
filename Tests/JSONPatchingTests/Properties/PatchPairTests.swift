import JSONPatching
import TestSupport
import Testing

/// The pairs that other libraries are compared on, and how they are made smaller.
struct PatchPairTests {
  @Test func `the engine makes of a pair what the letter of the RFC makes`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let pair = PatchPair.random(using: &generator)
      let isRight =
        switch (try pair.outcome, ReferencePatcher.outcome(of: pair.patch, on: pair.document)) {
        case (.success(let value), .success(let model)): value == model
        case (.failure(let error), .failure(let operation, let failure)):
          error.code.rawValue == failure.code && error.operationIndex == operation
        default: false
        }
      return isRight ? nil : "\(pair)"
    }
    #expect(counterexample == nil)
  }

  @Test func `pairs are accepted and refused, and for many reasons`() throws {
    var codes: [String: Int] = [:]
    for seed in 0..<500 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pair = PatchPair.random(using: &generator)
      #expect(!pair.document.hasDuplicates)
      codes[try pair.outcome.errorCode ?? "accepted", default: 0] += 1
    }
    #expect(codes["accepted", default: 0] > 125)
    #expect(codes.count > 12, "\(codes)")
  }

  @Test(arguments: ["index-syntax", "move-into-self", "not-a-container", "test-failed"])
  func `a pair is made as small as can be`(code: String) throws {
    let fails = { (pair: PatchPair) in try pair.outcome.errorCode == code }
    var sizes: Set<Int> = []
    for seed in 0..<500 where sizes.count < 5 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pair = PatchPair.random(using: &generator)
      guard try fails(pair) else { continue }
      let shrunk = try pair.cut(where: fails).shrunk(while: fails)
      #expect(try fails(shrunk))
      sizes.insert("\(shrunk)".utf8.count)
    }
    // A document, and one operation with its name, at most two pointers and a value.
    #expect(sizes.max().map { $0 <= 50 } == true, "\(sizes)")
  }
}

extension Result where Failure == JSONPatchError {
  fileprivate var errorCode: String? {
    if case .failure(let error) = self { error.code.rawValue } else { nil }
  }
}
