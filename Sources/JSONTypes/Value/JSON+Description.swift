extension JSON: CustomStringConvertible, CustomDebugStringConvertible {
  /// The value as compact JSON text.
  public var description: String { String(decoding: serialized(as: .compact), as: UTF8.self) }

  /// The value as it would be written back.
  public var debugDescription: String {
    String(decoding: serialized(as: .preserved), as: UTF8.self)
  }
}
