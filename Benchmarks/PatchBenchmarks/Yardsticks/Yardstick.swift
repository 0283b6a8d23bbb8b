/// Who parses the documents of a workload in turns with it, so that times can be stated as ratios.
enum Yardstick: String, CaseIterable, Codable, Sendable {
  /// Copying the document: the floor.
  case memcpy
  /// `JSONSerialization`.
  case foundation = "Foundation"
  /// The Python package yyjson.
  case yyjson

  /// Foundation's values take up to forty times the memory of the text.
  func isSuitable(for documents: [[UInt8]]) -> Bool {
    self != .foundation || documents.allSatisfy { $0.count < 50_000_000 }
  }
}
