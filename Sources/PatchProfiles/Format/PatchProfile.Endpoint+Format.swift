internal import JSONPatching

/// Reading and writing what is known about the request.
extension PatchProfile.Endpoint {
  /// Reads the member `endpoint` of a profile, and from the parts that it extends what it leaves out.
  ///
  /// The statuses are always those of the profile itself; the parts have their usual meanings.
  init(_ extended: ExtendedFields, sources: SourceTable) throws(PatchProfileError) {
    let own = try Self.fields(extended.own["endpoint"])
    let shared = try Self.fields(extended.shared?["endpoint"])
    func field(_ name: String) -> ProfileNode? { own?[name] ?? shared?[name] }
    let usual = try Self.statuses(shared?["statuses"], usual: [])
    statuses = try Self.statuses(own?["statuses"], usual: usual)
    if statuses.isEmpty {
      source = nil
    } else if let shared, own?["source"] == nil {
      source = try sources.source(shared)
    } else {
      source = try own.map { fields throws(PatchProfileError) in try sources.source(fields) }
    }
    hosts =
      try field("hosts")?.elements().map { node throws(PatchProfileError) in try node.host() } ?? []
    tokenVariable = try field("tokenVariable")?.word(
      "the name of a variable", \.isOfVariable, help: "such as LIBRARY_TOKEN")
    headers = try field("headers")?.headers() ?? []
    betaHeaders = try field("betaHeaders")?.headers() ?? []
    command = try field("ldcli")?.word(
      "two words of ldcli", \.isOfCommand, help: "such as \"flags update\"")
    places =
      try field("parameters")?.entries().map { entry throws(PatchProfileError) in
        Place(parameter: entry.name, member: try entry.node.pointer())
      } ?? []
  }

  private static func fields(_ node: ProfileNode?) throws(PatchProfileError) -> ProfileFields? {
    try node?.fields(
      "statuses", "source", "hosts", "tokenVariable", "headers", "betaHeaders", "ldcli",
      "parameters")
  }

  private static func statuses(
    _ node: ProfileNode?, usual: [Status]
  ) throws(PatchProfileError) -> [Status] {
    var statuses: [Status] = []
    for element in try node?.elements() ?? [] {
      let status = try Status(element, usual: usual)
      guard !statuses.contains(where: { $0.code == status.code }) else {
        throw element.error(.entryRepeated, "the status \(status.code) is listed already")
      }
      statuses.append(status)
    }
    return statuses
  }

  /// The member `endpoint`; `nil` when nothing is known.
  var json: JSON? {
    let members = JSON(present: [
      ("statuses", JSON(unlessEmpty: statuses.map(\.json))),
      ("source", source.map { JSON($0.name) }),
      ("hosts", JSON(unlessEmpty: hosts.map { JSON($0) })),
      ("tokenVariable", tokenVariable.map { JSON($0) }),
      ("headers", JSON(headers: headers)),
      ("betaHeaders", JSON(headers: betaHeaders)),
      ("ldcli", command.map { JSON($0) }),
      (
        "parameters",
        JSON(
          JSON(members: places.map { ($0.parameter, JSON($0.member.description)) }),
          when: !places.isEmpty)
      ),
    ])
    return JSON(members, when: members.count > 0)
  }
}

extension PatchProfile.Endpoint.Status {
  /// Reads a number, or an object of a number and what it means.
  fileprivate init(_ node: ProfileNode, usual: [Self]) throws(PatchProfileError) {
    let fields = node.value.object == nil ? nil : try node.fields("status", "meaning")
    let number = try fields?.required("status") ?? node
    let code = try number.count()
    guard 100..<600 ~= code else {
      throw number.error(
        .valueUnknown, "\(code) is no status of HTTP", help: "they go from 100 to 599")
    }
    self.code = code
    meaning =
      if let own = fields?["meaning"] { try own.string() } else {
        usual.first { $0.code == code }?.meaning
      }
  }

  fileprivate var json: JSON {
    meaning.map { ["status": JSON(code), "meaning": JSON($0)] } ?? JSON(code)
  }
}

/// What is printed into a command line has to be as plain as it looks.
extension ProfileNode {
  /// The method of a request.
  func method() throws(PatchProfileError) -> String {
    try word("a method of HTTP", \.isOfMethod, help: "such as PATCH")
  }

  /// The path of a request, with parameters in braces.
  func path() throws(PatchProfileError) -> String {
    let text = try string()
    guard text.isEmpty || text.utf8.first == UInt8(ascii: "/"), text.utf8.allSatisfy(\.isOfPath)
    else {
      throw error(
        .valueUnknown, "\(label) is not the path of a request",
        help: "it begins with / and has neither a query nor spaces")
    }
    return text
  }

  fileprivate func word(
    _ noun: String, _ isPlain: (UInt8) -> Bool, help: String
  ) throws(PatchProfileError) -> String {
    let text = try string()
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first),
      first != UInt8(ascii: " "), text.utf8.allSatisfy(isPlain)
    else { throw error(.valueUnknown, "\(label) is not \(noun)", help: help) }
    return text
  }

  fileprivate func host() throws(PatchProfileError) -> String {
    let text = try string()
    guard PatchProfile.Endpoint.origin(text) != nil else {
      throw error(.valueUnknown, "\(label) is not the address of a server")
    }
    return text
  }

  fileprivate func headers() throws(PatchProfileError) -> [PatchRequest.Header] {
    try entries().map { name, node throws(PatchProfileError) in
      let value = try node.string()
      guard !name.isEmpty, name.utf8.allSatisfy(\.isOfFieldName),
        value.utf8.allSatisfy({ 0x20..<0x7F ~= $0 })
      else { throw node.error(.valueUnknown, "\(node.label) is not a field of a head (RFC 9110)") }
      return PatchRequest.Header(name: name, value: value)
    }
  }
}

extension JSON {
  /// Fields of a head; `nil` when there are none.
  fileprivate init?(headers: [PatchRequest.Header]) {
    guard !headers.isEmpty else { return nil }
    self.init(members: headers.map { ($0.name, JSON($0.value)) })
  }
}

extension UInt8 {
  private var isUpper: Bool { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self }
  private var isLower: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= self }
  private var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  fileprivate var isOfMethod: Bool { isUpper }
  fileprivate var isOfVariable: Bool { isUpper || isLower || isDigit || self == UInt8(ascii: "_") }
  fileprivate var isOfCommand: Bool { isLower || isDigit || "- ".utf8.contains(self) }
  fileprivate var isOfFieldName: Bool { isUpper || isLower || isDigit || "-_".utf8.contains(self) }
  fileprivate var isOfPath: Bool { isUnreserved || "/{}%!$&'()*+,;=:@".utf8.contains(self) }
}
