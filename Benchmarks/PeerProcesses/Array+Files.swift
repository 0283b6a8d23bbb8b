public import Foundation

extension [UInt8] {
  /// Reads a file.
  ///
  /// In one place: what Foundation has compiled into whoever makes an array of its `Data` takes the optimiser five seconds.
  public init(contentsOf file: URL) throws { self.init(try Data(contentsOf: file)) }
}
