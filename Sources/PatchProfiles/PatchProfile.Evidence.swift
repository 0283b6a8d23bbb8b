extension PatchProfile {
  /// How well a rule is founded.
  ///
  /// The grades go from the firmest to the weakest statement about *this* resource; ``general``
  /// stands apart, it is a documented rule of the whole API and not of the resource.
  public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The description of this endpoint says so.
    case documented
    /// Only a sample request of this endpoint shows it.
    case example
    /// It follows from the create body, from a sibling endpoint or from what published clients
    /// send.
    case inferred
    /// A rule of the whole API says so.
    case general
  }

  /// A quotation or a reason, and where it comes from.
  public struct Source: Sendable, Hashable {
    /// The name by which the rules of the profile refer to it.
    public let name: String
    /// The words of the source.
    public let quotation: String?
    /// What is concluded, where there is no sentence to quote.
    public let reason: String?
    /// The page or the file, with its address.
    public let origin: String
  }
}

extension PatchProfile.Source: CustomStringConvertible {
  /// The quotation in quotation marks or the reason, and the origin.
  public var description: String {
    switch (quotation, reason) {
    case (let quotation?, let reason?): "\(origin): \"\(quotation)\" (\(reason))"
    case (let quotation?, nil): "\(origin): \"\(quotation)\""
    case (nil, let reason?): "\(origin): \(reason)"
    case (nil, nil): origin
    }
  }
}
