public import Foundation

extension [UInt8] {
  /// Reads a file.
  ///
  /// Kept in one place: wherever an array is made of `Data`, the optimiser takes five seconds for it.
  public init(contentsOf file: URL) throws { self.init(try Data(contentsOf: file)) }
}
