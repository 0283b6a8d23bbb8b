/// The HTTP request that submits a patch: a value that nothing here sends.
public struct PatchRequest: Sendable, Hashable {
  /// A field of the head of the request.
  public struct Header: Sendable, Hashable {
    /// The name of the field.
    public let name: String
    /// Its value.
    public let value: String
  }

  /// A parameter of the path and its value.
  public struct Parameter: Sendable, Hashable {
    /// The name in the path of the profile, without its braces.
    public let name: String
    /// The value, before it is escaped for a URL.
    public let value: String

    /// Whether the value is in a URL what it is elsewhere.
    package var isPlain: Bool { value.utf8.allSatisfy(\.isUnreserved) }

    /// Gives a parameter a value.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Why there is no request.
  public struct Problem: Error, Sendable, Hashable {
    /// What is wrong, in lower case and without a full stop.
    public let message: String
    /// The parameter of the path that needs another value.
    public let parameter: String?
  }

  /// The method.
  public let method: String
  /// The scheme and the host: `https://app.launchdarkly.com`.
  public let base: String
  /// The path and the query, escaped.
  public let target: String
  /// The parameters of the path, in its order.
  public let parameters: [Parameter]
  /// The fields of the head that depend on the request, without those of the authorization.
  public let headers: [Header]
  /// The environment variable that holds the value of the field `Authorization`, whose value is never
  /// read; `nil` when the profile names none.
  public let tokenVariable: String?

  /// The whole URL.
  public var url: String { base + target }
}
