import JSONPatching
import PatchProfiles

extension Input {
  /// The patch file with asterisks in the place of secret values, so that its lines can be shown.
  ///
  /// Bytes keep their places. A value is taken for secret where the profile takes it for secret in
  /// a resource that has nothing but this value.
  func masked(_ draft: PatchDraft, by profile: PatchProfile) -> Input {
    var masked = bytes
    for entry in draft.entries {
      guard let value = entry.value, let path = entry.path, let pointer = try? JSONPointer(path)
      else { continue }
      let resource = pointer.tokens.reversed().reduce(value) { JSON(members: [($1, $0)]) }
      for secret in profile.sensitivePointers(in: resource) {
        let place = JSONPointer(tokens: secret.tokens.dropFirst(pointer.count))
        guard let range = value[place]?.sourceBytes else { continue }
        for index in range.clamped(to: masked.indices) { masked[index] = UInt8(ascii: "*") }
      }
    }
    return Input(name: name, bytes: masked, isStandardInput: isStandardInput)
  }
}
