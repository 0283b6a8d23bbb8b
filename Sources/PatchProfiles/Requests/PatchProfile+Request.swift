public import JSONPatching

extension PatchProfile {
  /// Makes the request that submits a patch for a resource.
  ///
  /// A parameter of the path is what is given for it, or else what the resource's own address
  /// (`_links.self.href`) has there, or else a member of the resource. The host of that address is
  /// never taken: it would get the token.
  ///
  /// ```swift
  /// let request = try PatchProfile.featureFlag.request(for: document)
  /// request.url    // "https://app.launchdarkly.com/api/v2/flags/shop/checkout"
  /// ```
  ///
  /// - Parameters:
  ///   - document: The resource, if it is at hand.
  ///   - parameters: Parameters of the path, which win over the resource.
  ///   - base: Scheme and host, or a host alone; LaunchDarkly's commercial one when it is `nil`.
  ///   - isDryRun: Whether the server only validates, where it can.
  /// - Returns: The request without a body.
  /// - Throws: A problem when a parameter is not known or not fit for a path, or when there is no host.
  /// - Complexity: O(*n*) for *n* bytes of the path.
  public func request(
    for document: JSON? = nil, parameters: [PatchRequest.Parameter] = [], base: String? = nil,
    isDryRun: Bool = false
  ) throws(PatchRequest.Problem) -> PatchRequest {
    let template = PathTemplate(path)
    if let stranger = parameters.first(where: { !template.has($0.name) }) {
      throw .init(
        message: "\(name) has no parameter '\(stranger.name)' in its path \(path)",
        parameter: nil)
    }
    if isDryRun, !hasDryRun {
      throw .init(message: "\(name) has no dry run of its own", parameter: nil)
    }
    let values = try template.names.map { name throws(PatchRequest.Problem) in
      try PatchRequest.Parameter(
        name: name, value: value(of: name, in: document, template, parameters))
    }
    return PatchRequest(
      method: method, base: try Self.origin(base, isKnown: endpoint != nil),
      target: template.filled(with: values) + (isDryRun ? "?dryRun=true" : ""),
      parameters: values, headers: headers,
      tokenVariable: endpoint == nil ? nil : "LD_ACCESS_TOKEN")
  }

  /// The names of the parameters of the path, in its order.
  public var pathParameters: [String] { PathTemplate(path).names }

  /// The fields of the head that are not the token.
  private var headers: [PatchRequest.Header] {
    // LaunchDarkly's overview asks for application/json; RFC 6902 section 6 has a type of its own.
    let type = endpoint == nil ? "application/json-patch+json" : "application/json"
    let content = PatchRequest.Header(name: "Content-Type", value: type)
    guard isBeta, endpoint != nil else { return [content] }
    return [content, .init(name: "LD-API-Version", value: "beta")]
  }

  private func value(
    of parameter: String, in document: JSON?, _ template: PathTemplate,
    _ given: [PatchRequest.Parameter]
  ) throws(PatchRequest.Problem) -> String {
    let own = given.last { $0.name.utf8.elementsEqual(parameter.utf8) }?.value
    let address = document?.address.flatMap { template.value(of: parameter, in: $0) }
    guard let value = own ?? address ?? member(parameter, of: document) else {
      throw .init(
        message: "\(path) needs '\(parameter)', which the document does not have",
        parameter: parameter)
    }
    guard !value.isEmpty, ![".", ".."].contains(where: { $0.utf8.elementsEqual(value.utf8) }) else {
      throw .init(
        message: "'\(value)' cannot be '\(parameter)' in \(path)", parameter: parameter)
    }
    return value
  }

  private func member(_ parameter: String, of document: JSON?) -> String? {
    let places = endpoint?.members(of: parameter) ?? Endpoint.members(of: parameter)
    return places.lazy.compactMap { document?[$0]?.string }.first
  }

  /// Scheme and host, without a slash at the end.
  private static func origin(
    _ text: String?, isKnown: Bool
  ) throws(PatchRequest.Problem) -> String {
    guard let text else {
      guard isKnown, let host = Endpoint.hosts.first else {
        throw .init(message: "the host of the API is not known", parameter: nil)
      }
      return "https://" + host
    }
    let scheme = ["https://", "http://"].first { text.utf8.starts(with: $0.utf8) } ?? ""
    var host = Substring(text.utf8.dropFirst(scheme.utf8.count))
    if host.utf8.last == UInt8(ascii: "/") { host.removeLast() }
    let isPlain = host.utf8.allSatisfy { $0.isUnreserved || ":/".utf8.contains($0) }
    guard isPlain, host.utf8.first?.isUnreserved ?? false else {
      throw .init(message: "'\(text)' is not the address of a server", parameter: nil)
    }
    return (scheme.isEmpty ? "https://" : scheme) + host
  }
}
