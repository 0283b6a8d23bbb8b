/// What a way to edit a value costs.
struct DifferenceCost {
  /// The bytes of the operations in compact text, a comma behind each.
  var bytes = 0
  var operations = 0

  static func + (first: DifferenceCost, second: DifferenceCost) -> DifferenceCost {
    DifferenceCost(
      bytes: first.bytes + second.bytes, operations: first.operations + second.operations)
  }

  static func += (first: inout DifferenceCost, second: DifferenceCost) { first = first + second }

  /// More than any edit costs, and not too much to be added to.
  static let prohibitive = DifferenceCost(bytes: .max / 4, operations: .max / 4)
}
