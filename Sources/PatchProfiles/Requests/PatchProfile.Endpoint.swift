internal import JSONPatching

extension PatchProfile {
  /// What is known about the request that submits a patch, besides its method and path.
  ///
  /// All of it may be unknown; see <doc:ProfileFormat>.
  public struct Endpoint: Sendable, Hashable {
    /// A status of HTTP with which the server may answer.
    public struct Status: Sendable, Hashable {
      /// The number: `400`.
      public let code: Int
      /// What the description of the endpoint says about it, if anything: `Invalid request`.
      public let meaning: String?
    }

    /// The statuses that the description of the endpoint lists.
    public let statuses: [Status]
    /// Where the statuses are listed; `nil` when there are none.
    public let source: Source?
    /// The servers of the API, as hosts or with a scheme; the first is meant where none is named.
    public let hosts: [String]
    /// The environment variable that holds the value of the field `Authorization`, which nothing here
    /// reads.
    public let tokenVariable: String?
    /// The words that call `ldcli` for the request, if it knows it: `flags update`.
    public let command: String?

    /// The fields of the head that the request needs.
    let headers: [PatchRequest.Header]
    /// The fields of the head that it needs besides while the endpoint is beta.
    let betaHeaders: [PatchRequest.Header]
    /// Where the resource has the parameters of the path that it calls by another name.
    let places: [Place]

    /// Where the resource has a parameter of the path.
    struct Place: Hashable {
      let parameter: String
      let member: JSONPointer
    }
  }
}

extension PatchProfile.Endpoint {
  /// Whether a server is one of the API.
  ///
  /// - Parameter base: The scheme and the host, as ``PatchRequest/base`` has them.
  /// - Returns: `false` for every server when none is known.
  package func isServed(by base: String) -> Bool {
    hosts.compactMap(Self.origin).contains { $0.utf8.elementsEqual(base.utf8) }
  }

  /// Where a resource may have a parameter, in order of trust.
  func members(of parameter: String) -> [JSONPointer] {
    let known = places.filter { $0.parameter.utf8.elementsEqual(parameter.utf8) }
    return known.map(\.member)
      + [parameter, "_" + parameter].map { JSONPointer.root.appending($0) }
  }

  /// Scheme and host, without a slash at the end; `nil` for what is not the address of a server.
  static func origin(_ text: String) -> String? {
    let scheme = ["https://", "http://"].first { text.utf8.starts(with: $0.utf8) } ?? ""
    var host = Substring(text.utf8.dropFirst(scheme.utf8.count))
    if host.utf8.last == UInt8(ascii: "/") { host.removeLast() }
    let isPlain = host.utf8.allSatisfy { $0.isUnreserved || ":/".utf8.contains($0) }
    guard isPlain, host.utf8.first?.isUnreserved ?? false else { return nil }
    return (scheme.isEmpty ? "https://" : scheme) + host
  }
}
