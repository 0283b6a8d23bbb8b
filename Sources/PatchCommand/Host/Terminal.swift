/// What is known of the terminal behind the standard streams.
package struct Terminal: Sendable, Equatable {
  /// Standard input is typed by somebody.
  package var isInput: Bool
  /// Standard output is read by somebody.
  package var isOutput: Bool
  /// Standard error is read by somebody.
  package var isError: Bool
  /// The width in columns, where it is known.
  package var columns: Int?

  /// Creates a description; without arguments, one of no terminal at all.
  package init(
    isInput: Bool = false, isOutput: Bool = false, isError: Bool = false, columns: Int? = nil
  ) {
    self.isInput = isInput
    self.isOutput = isOutput
    self.isError = isError
    self.columns = columns
  }
}
