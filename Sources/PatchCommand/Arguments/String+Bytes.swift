extension StringProtocol {
  /// The texts have the same bytes; `==` would also take canonically equivalent ones for the same.
  func hasSameBytes(as other: some StringProtocol) -> Bool {
    utf8.elementsEqual(other.utf8)
  }

  /// The text begins with the bytes of another.
  func hasBytePrefix(_ prefix: some StringProtocol) -> Bool {
    utf8.starts(with: prefix.utf8)
  }
}
