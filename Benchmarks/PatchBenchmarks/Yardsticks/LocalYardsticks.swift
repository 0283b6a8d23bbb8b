import Foundation

/// The floor: no program that writes a changed document can be faster than copying it.
struct MemoryCopy: Measurable {
  let documents: [[UInt8]]

  func run(iterations: Int, meter: inout some Meter) {
    var copy = [UInt8](repeating: 0, count: documents.map(\.count).max() ?? 0)
    meter.measure {
      for _ in 0..<iterations {
        for document in documents {
          // The yardstick is `memcpy` itself; the target is as long as the longest document.
          unsafe copy.withUnsafeMutableBytes { target in
            unsafe document.withUnsafeBytes { source in
              unsafe target.copyMemory(from: source)
            }
          }
          use(copy)
        }
      }
    }
  }
}

/// What every Swift programmer has at hand for the whole way, but for the patching: parsing
/// document and patch and writing the document.
struct FoundationRoundTrip: Measurable {
  private let inputs: [(document: Data, patch: Data)]

  init(documents: [[UInt8]], patches: [[UInt8]]) {
    inputs = zip(documents, patches).map { (Data($0), Data($1)) }
  }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations {
        for input in inputs {
          use(try JSONSerialization.jsonObject(with: input.patch))
          let value = try JSONSerialization.jsonObject(
            with: input.document, options: .fragmentsAllowed)
          use(
            try JSONSerialization.data(
              withJSONObject: value, options: [.fragmentsAllowed, .withoutEscapingSlashes]))
        }
      }
    }
  }
}

/// What every Swift programmer has at hand already: `JSONSerialization`, parsing only.
struct FoundationParsing: Measurable {
  private let documents: [Data]

  init(documents: [[UInt8]]) {
    self.documents = documents.map { Data($0) }
  }

  func run(iterations: Int, meter: inout some Meter) throws {
    try meter.measure {
      for _ in 0..<iterations {
        for document in documents {
          use(try JSONSerialization.jsonObject(with: document, options: .fragmentsAllowed))
        }
      }
    }
  }
}
