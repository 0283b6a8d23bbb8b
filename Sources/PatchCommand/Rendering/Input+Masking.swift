import JSONPatching
import PatchProfiles

extension Input {
  /// The file with asterisks in the place of secrets, so that its lines can be shown.
  ///
  /// Bytes keep their places. Strings, numbers and member names are hidden as a whole.
  func masked(by secrets: Secrets) -> Input {
    guard !secrets.isEmpty,
      let json = try? JSON(parsing: bytes, options: JSON.ParsingOptions(maximumDepth: .max))
    else { return self }
    var masked = bytes
    for extent in json.extents(of: secrets) {
      for index in extent.clamped(to: masked.indices) { masked[index] = UInt8(ascii: "*") }
    }
    return Input(name: name, bytes: masked, isStandardInput: isStandardInput)
  }
}

extension JSON {
  /// Where the text of the value has secrets.
  fileprivate func extents(of secrets: Secrets) -> [Range<Int>] {
    var extents: [Range<Int>?] = []
    var pending = [self]
    while let value = pending.popLast() {
      if let object = value.object {
        for member in object {
          if secrets.isWithin(JSON(member.name)) {
            extents.append(value.sourceBytes(ofMemberNamed: member.name))
          }
          pending.append(member.value)
        }
      } else if let array = value.array {
        pending += array
      } else if secrets.isWithin(value) {
        extents.append(value.sourceBytes)
      }
    }
    return extents.compactMap(\.self)
  }
}
