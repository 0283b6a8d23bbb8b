public import JSONPatching

extension PatchProfile {
  /// Finds the profile of the resource that a document is.
  ///
  /// The address in `_links.self.href` decides when it is that of a profile's request. Otherwise the
  /// members decide: the profile wins of whose representation the fewest members are missing or
  /// unknown, and among equals the one of which more required members are there. A document needs at
  /// least four members of the representation, and three times as many members as misfits; when its
  /// address is a path, but not of a known request, there must be no misfits at all.
  ///
  /// ```swift
  /// let recognition = PatchProfile.recognizing(document)
  /// recognition.profile?.name            // "feature-flag"
  /// recognition.candidates[0].grounds    // its _links.self.href is /api/v2/flags/shop/search
  /// ```
  ///
  /// - Parameters:
  ///   - document: A whole resource, as the server returned it.
  ///   - profiles: The profiles to choose from.
  /// - Returns: The profile and the grounds, or the candidates among which they do not decide.
  /// - Complexity: O(*n* · *p*) for *n* values of the document and *p* profiles.
  public static func recognizing(
    _ document: JSON, among profiles: [PatchProfile] = builtIn
  ) -> Recognition {
    let address = document.address
    if let address {
      let found = profiles.filter { PathTemplate($0.path).matches(address) }
      if !found.isEmpty {
        return Recognition(
          candidates: found.map { .init(profile: $0, grounds: .address(address)) })
      }
    }
    let fitting = profiles.compactMap { profile in
      profile.representation?.count(of: document).map { (profile: profile, count: $0) }
    }.filter { $0.count.isConvincing(allowsMisfits: address?.utf8.first != UInt8(ascii: "/")) }
    guard let best = fitting.map(\.count).min(by: { $0.isBetter(than: $1) }) else {
      return Recognition(candidates: [])
    }
    return Recognition(
      candidates: fitting.filter { $0.count.isEquallyGood(as: best) }.map {
        .init(profile: $0.profile, grounds: .members($0.count))
      })
  }
}

extension JSON {
  /// The path in `_links.self.href`, without scheme, host and query.
  var address: String? {
    guard let reference = self[JSONPointer(tokens: ["_links", "self", "href"])]?.string else {
      return nil
    }
    var path = reference.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    for scheme in ["https://", "http://"] where path.starts(with: scheme.utf8) {
      path = path.dropFirst(scheme.utf8.count)
      path = path[(path.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex)...]
    }
    return String(path)
  }
}

extension PatchProfile.Representation {
  /// Compares the members of a document with the representation; `nil` when it is not an object.
  fileprivate func count(of document: JSON) -> PatchProfile.Recognition.MemberCount? {
    guard let object = document.object else { return nil }
    let known = object.names.count { name in
      (required + optional).contains { $0.utf8.elementsEqual(name.utf8) }
    }
    let present = required.count { object[$0] != nil }
    return .init(
      required: present, missing: required.count - present, optional: known - present,
      unknown: object.count - known)
  }
}

extension PatchProfile.Recognition.MemberCount {
  private var misfits: Int { missing + unknown }

  /// Whether there is enough that agrees.
  fileprivate func isConvincing(allowsMisfits: Bool) -> Bool {
    guard allowsMisfits else { return required + optional >= 4 && misfits == 0 }
    return required + optional >= 4 && misfits * 3 <= required + optional + unknown
  }

  fileprivate func isBetter(than other: Self) -> Bool {
    (misfits, other.required) < (other.misfits, required)
  }

  fileprivate func isEquallyGood(as other: Self) -> Bool {
    !isBetter(than: other) && !other.isBetter(than: self)
  }
}
