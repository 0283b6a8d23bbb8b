/// The sizes of the patches that other libraries make of the documents `w4a` to `w4d`.
///
/// They were found once, with the libraries of August 2026. Times are not among them, because they do not carry over
/// from one machine to another.
struct PeerDifference: Sendable {
  let library: String
  let operations: Int
  let bytes: Int

  private init(_ library: String, _ operations: Int, _ bytes: Int) {
    self.library = library
    self.operations = operations
    self.bytes = bytes
  }

  /// The smallest patch, that of the fastest library, and what lies between.
  private static let all: [String: [PeerDifference]] = [
    "w4a": [
      PeerDifference("wI2L/jsondiff LCS", 7, 400), PeerDifference("zjsonpatch", 7, 400),
      PeerDifference("glaze", 8, 446), PeerDifference("jsondiffpatch", 8, 623),
    ],
    "w4b": [
      PeerDifference("wI2L/jsondiff LCS+Rationalize", 20, 1987),
      PeerDifference("zjsonpatch", 25, 2255), PeerDifference("jsondiffpatch", 29, 2703),
      PeerDifference("python jsonpatch", 58, 6160), PeerDifference("nlohmann json", 62, 6177),
    ],
    "w4c1k": [
      PeerDifference("zjsonpatch", 4, 274), PeerDifference("json-joy", 4, 274),
      PeerDifference("glaze", 7942, 434_686),
    ],
    "w4c10k": [
      PeerDifference("zjsonpatch", 4, 273), PeerDifference("python jsonpatch", 4, 273),
      PeerDifference("glaze", 79_810, 4_459_085),
    ],
    "w4d": [
      PeerDifference("zjsonpatch", 10, 432), PeerDifference("python jsonpatch", 10, 432),
      PeerDifference("json-joy", 20, 2082), PeerDifference("glaze", 12_959, 719_480),
    ],
  ]

  /// What is known of a workload.
  static func known(of label: WorkloadLabel) -> [PeerDifference] {
    guard label.group == "W4" else { return [] }
    return all[String(label.name.prefix { $0 != "," && $0 != "." })] ?? []
  }
}
