extension JSON: Codable {
  /// Decodes any value that a decoder offers.
  ///
  /// Decoders tell neither the text of numbers nor the order of members: the result has the value,
  /// not the spelling. Integers are decoded as far as the decoder knows them, up to 128 bits. Anything else is the
  /// floating-point number that the decoder makes of it, the shortest decimal for it to be precise; to read decimals
  /// of more digits than those have, parse the text.
  ///
  /// - Throws: `DecodingError` for an integer that the decoder only knows as a floating-point number, which may be
  ///   another one, and whatever the decoder throws.
  /// - Complexity: O(*n*) for *n* bytes of the value's text, apart from what the decoder does.
  public init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: MemberName.self) {
      self.init(
        members: try members.allKeys.map {
          ($0.stringValue, try members.decode(JSON.self, forKey: $0))
        })
    } else if var elements = try? decoder.unkeyedContainer() {
      var values: [JSON] = []
      while !elements.isAtEnd { values.append(try elements.decode(JSON.self)) }
      self.init(values)
    } else {
      try self.init(scalarOf: decoder.singleValueContainer())
    }
  }

  private init(scalarOf container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self.init(value)
    } else if let value = try? container.decode(String.self) {
      self.init(value)
    } else if let value = Self.integer(in: container) {
      self.init(value)
    } else {
      try self.init(decimalOf: container)
    }
  }

  private static func integer(
    in container: any SingleValueDecodingContainer
  ) -> (any BinaryInteger)? {
    if let value = try? container.decode(Int.self) { return value }
    if let value = try? container.decode(UInt64.self) { return value }
    if let value = try? container.decode(Int128.self) { return value }
    return try? container.decode(UInt128.self)
  }

  private init(decimalOf container: any SingleValueDecodingContainer) throws {
    let value = try container.decode(Double.self)
    guard let number = JSON(value) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "JSON has no infinities and no NaN")
    }
    // From here on not every integer is a floating-point number, and this one may have been another.
    guard value.magnitude < 0x1p53 || value != value.rounded() else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "an integer near \(value) cannot be decoded exactly")
    }
    self = number
  }

  /// Encodes the value: numbers as integers where they are, of up to 128 bits if the encoder has them, and otherwise
  /// as the floating-point numbers whose shortest decimals they are.
  ///
  /// - Throws: `EncodingError` for a number that is neither, such as `1e400` or a decimal of thirty digits, rather than
  ///   encode another number; and whatever the encoder throws.
  /// - Complexity: O(*n*) for *n* bytes of the value's text, apart from what the encoder does.
  public func encode(to encoder: any Encoder) throws {
    switch kind {
    case .object:
      var container = encoder.container(keyedBy: MemberName.self)
      for member in Members(storage, ref) {
        try container.encode(member.value, forKey: MemberName(member.name))
      }
    case .array:
      var container = encoder.unkeyedContainer()
      for element in Elements(storage, ref) { try container.encode(element) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool:
      var container = encoder.singleValueContainer()
      try container.encode(bool)
    case .string:
      var container = encoder.singleValueContainer()
      try container.encode(string)
    case .number:
      try encodeNumber(to: encoder)
    }
  }

  private func encodeNumber(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    guard let number else { return }
    if let int = number.int {
      try container.encode(int)
    } else if let value = UInt64(number.text) {
      try container.encode(value)
    } else if let value = Int128(number.text) {
      try container.encode(value)
    } else if let value = UInt128(number.text) {
      try container.encode(value)
    } else if JSON(number.double) == self {
      try container.encode(number.double)
    } else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath,
          debugDescription: "\(self) is neither an integer nor a floating-point number of the coder"
        ))
    }
  }

  private struct MemberName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
