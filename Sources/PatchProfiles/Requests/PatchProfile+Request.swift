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
  ///   - base: Scheme and host, or a host alone; the first that the profile knows when it is `nil`.
  ///   - isDryRun: Whether the server only validates, where it can.
  /// - Returns: The request without a body.
  /// - Throws: A problem when a parameter is not known or not fit for a path, or when there is no host.
  /// - Complexity: O(*n*) for *n* bytes of the path, with the cost of an access by name to the resource for each parameter.
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
      method: method, base: try origin(base),
      target: template.filled(with: values) + (isDryRun ? "?dryRun=true" : ""),
      parameters: values, headers: headers, tokenVariable: endpoint.tokenVariable)
  }

  /// The names of the parameters of the path, in its order.
  public var pathParameters: [String] { PathTemplate(path).names }

  /// The fields of the head that are not the token.
  private var headers: [PatchRequest.Header] {
    let own = endpoint.headers + (isBeta ? endpoint.betaHeaders : [])
    guard !own.contains(where: { $0.name.lowercased().utf8.elementsEqual("content-type".utf8) })
    else { return own }
    // RFC 6902 section 6.
    return [.init(name: "Content-Type", value: "application/json-patch+json")] + own
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
    endpoint.members(of: parameter).lazy.compactMap { document?[$0]?.string }.first
  }

  /// Scheme and host of the server that is named, or else of the first that is known.
  private func origin(_ text: String?) throws(PatchRequest.Problem) -> String {
    guard let text = text ?? endpoint.hosts.first else {
      throw .init(message: "the host of the API is not known", parameter: nil)
    }
    guard let origin = Endpoint.origin(text) else {
      throw .init(message: "'\(text)' is not the address of a server", parameter: nil)
    }
    return origin
  }
}
