extension PatchProfile {
  /// Which profile a document belongs to, and on what grounds.
  public struct Recognition: Sendable, Hashable {
    /// Why a document could be one of a profile's resource.
    public enum Grounds: Sendable, Hashable {
      /// Its `_links.self.href` is the address of such a resource.
      case address(String)
      /// It has members of such a resource.
      case members(MemberCount)
    }

    /// How well the members of a document agree with a representation.
    public struct MemberCount: Sendable, Hashable {
      /// The members that the resource always has and the document has too.
      public let required: Int
      /// The members that the resource always has and the document does not.
      public let missing: Int
      /// The members that the resource may have and the document has.
      public let optional: Int
      /// The members that the representation does not list.
      public let unknown: Int
    }

    /// A profile that a document could belong to.
    public struct Candidate: Sendable, Hashable {
      /// The profile.
      public let profile: PatchProfile
      /// Why it is one.
      public let grounds: Grounds
    }

    /// The profiles that fit best and equally well; empty when none fits.
    public let candidates: [Candidate]

    /// The profile, when there is just one that fits best.
    public var profile: PatchProfile? { candidates.count == 1 ? candidates[0].profile : nil }
  }
}

extension PatchProfile.Recognition.Grounds: CustomStringConvertible {
  /// The grounds as the end of a sentence about the document: `its _links.self.href is …`.
  public var description: String {
    switch self {
    case .address(let address): "its _links.self.href is \(address)"
    case .members(let count): "it has \(count)"
    }
  }
}

extension PatchProfile.Recognition.MemberCount: CustomStringConvertible {
  /// The counts in words: `9 of 10 members that such a resource always has, and 1 unknown one`.
  public var description: String {
    let always = "\(required) of \(required + missing) members that such a resource always has"
    return always + (unknown == 0 ? " and no unknown ones" : " and \(unknown) unknown")
  }
}
