import JSONPatching
import TestSupport
import Testing

/// The pairs that other libraries are compared on, and how they are made smaller.
struct PatchPairTests {
  @Test func `the engine makes of a pair what the letter of the RFC makes`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
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
    for seed in 0..<2000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pair = PatchPair.random(using: &generator)
      #expect(!pair.document.hasDuplicates)
      codes[try pair.outcome.errorCode ?? "accepted", default: 0] += 1
    }
    #expect(codes["accepted", default: 0] > 500)
    #expect(codes.count > 12, "\(codes)")
  }

  @Test(arguments: [
    ("index-syntax", #"[] [{"op":"add","path":"/a","value":0}]"#),
    ("move-into-self", #"{"a":0} [{"op":"move","from":"/a","path":"/a/a"}]"#),
    ("test-failed", #"0 [{"op":"test","path":"","value":1}]"#),
    ("patch-not-array", "0 0"),
  ])
  func `a pair is made as small as can be`(code: String, smallest: String) throws {
    let fails = { (pair: PatchPair) in try pair.outcome.errorCode == code }
    var found = 0
    for seed in 0..<2000 where found < 5 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let pair = PatchPair.random(using: &generator)
      guard try fails(pair) else { continue }
      found += 1
      let operation = try pair.cut(where: fails).lastOperation
      let shrunk = try pair.cut(where: fails)
        .shrunk { try $0.lastOperation == operation && fails($0) }
      if shrunk.lastOperation == "add" || code != "index-syntax" {
        #expect("\(shrunk)".utf8.elementsEqual(smallest.utf8), "\(shrunk), seed \(seed)")
      }
    }
    #expect(found == 5)
  }
}

extension Result where Failure == JSONPatchError {
  fileprivate var errorCode: String? {
    if case .failure(let error) = self { error.code.rawValue } else { nil }
  }
}
