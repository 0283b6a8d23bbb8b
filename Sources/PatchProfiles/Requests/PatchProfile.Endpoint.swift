internal import JSONPatching

extension PatchProfile {
  /// What is published about the request that submits a patch, besides its path.
  public struct Endpoint: Sendable, Hashable {
    /// A status of HTTP with which the server may answer.
    public struct Status: Sendable, Hashable {
      /// The number: `400`.
      public let code: Int
      /// What the description of the endpoint says about it: `Invalid request`.
      public let meaning: String
    }

    /// The path of the request, as the profile has it.
    let path: String
    /// The words that call `ldcli` for the request: `flags update`.
    public let command: String
    /// The statuses that the description of the endpoint lists.
    public let statuses: [Status]
    /// Where the resource has the parameters of the path that it calls by another name.
    let places: [Place]

    /// Where the resource has a parameter of the path.
    struct Place: Hashable {
      let parameter: String
      let member: JSONPointer
    }

    /// The names of the members under which a resource may have a parameter, in order of trust.
    func members(of parameter: String) -> [JSONPointer] {
      let known = places.filter { $0.parameter.utf8.elementsEqual(parameter.utf8) }
      return known.map(\.member) + Self.members(of: parameter)
    }

    /// The names of the members that have the name of a parameter.
    static func members(of parameter: String) -> [JSONPointer] {
      [parameter, "_" + parameter].map { JSONPointer.root.appending($0) }
    }
  }

  /// What is published about the request of this profile; `nil` for a request that is not LaunchDarkly's.
  public var endpoint: Endpoint? {
    Endpoint.launchDarkly.first { $0.path.utf8.elementsEqual(path.utf8) }
  }
}
