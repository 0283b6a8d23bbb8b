/// Why an edit is impossible.
package enum EditFailure: Error {
  /// A document cannot be without a value.
  case rootRemoved
  /// Containers would nest deeper than allowed.
  case tooDeep
  /// The additions would need more than 4 GiB.
  case noRoom
  /// More would be copied than allowed.
  case overBudget
}
