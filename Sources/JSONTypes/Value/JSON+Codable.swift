extension JSON: Codable {
  /// Decodes any value that a decoder offers.
  ///
  /// Decoders tell neither the text of numbers nor the order of members: the result has the value,
  /// not the spelling.
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
    } else if let value = try? container.decode(Int.self) {
      self.init(value)
    } else if let value = try? container.decode(UInt64.self) {
      self.init(value)
    } else if let number = JSON(try container.decode(Double.self)) {
      self = number
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "JSON has no infinities and no NaN")
    }
  }

  /// Encodes the value; numbers as integers where they are, otherwise as floating-point numbers.
  ///
  /// - Throws: `EncodingError` for a number that is neither, such as `1e400`, and whatever the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    switch kind {
    case .object:
      var container = encoder.container(keyedBy: MemberName.self)
      for member in object ?? Members(storage, ref) {
        try container.encode(member.value, forKey: MemberName(member.name))
      }
    case .array:
      var container = encoder.unkeyedContainer()
      for element in array ?? Elements(storage, ref) { try container.encode(element) }
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
    if let int {
      try container.encode(int)
    } else if let number, let value = UInt64(number.text) {
      try container.encode(value)
    } else if let double, double.isFinite {
      try container.encode(double)
    } else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath,
          debugDescription: "\(self) is beyond the range of a floating-point number"))
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
