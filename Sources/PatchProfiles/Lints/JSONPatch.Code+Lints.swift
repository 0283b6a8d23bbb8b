public import JSONPatching

/// The codes of warnings about operations that may not do what was meant.
extension JSONPatch.Code {
  /// The tested counter is called otherwise (a warning).
  public static let counterName = Self(rawValue: "counter-name")
  /// A removal names an index that the removal before it has moved (a warning).
  public static let indexShifted = Self(rawValue: "index-shifted")
  /// A member is written under one name and read under another (a warning).
  public static let unreadName = Self(rawValue: "unread-name")
  /// An element would be twice in an array that the server keeps without repetitions (a warning).
  public static let elementRepeated = Self(rawValue: "element-repeated")
  /// An index names an element of an array that the server sorts (a warning).
  public static let elementIndex = Self(rawValue: "element-index")
}
