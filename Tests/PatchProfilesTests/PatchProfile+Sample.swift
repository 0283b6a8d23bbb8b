import JSONPatching

@testable import PatchProfiles

extension PatchProfile {
  /// A made-up document with every member that the profile knows, each with a value of its type.
  var sampleDocument: JSON {
    var document = JSON(members: [])
    for name in (representation?.required ?? []) + (representation?.optional ?? []) {
      document.fill([name], with: type(at: Location([name])).sample)
    }
    for rule in rules { document.fill(rule.path.sample, with: rule.value.sample) }
    let names = path.split(separator: "/").map { $0.hasPrefix("{") ? "x\($0.utf8.count)" : $0 }
    if representation?.required.contains("_links") == true {
      document["_links"] = ["self": ["href": JSON("/" + names.joined(separator: "/"))]]
    }
    return document
  }
}

extension PatchProfile.ValueType {
  /// A value that has the type.
  fileprivate var sample: JSON {
    switch form {
    case .any: "sample"
    case .integer: 1
    case .kind(.null): .null
    case .kind(.bool): true
    case .kind(.number): 1
    case .kind(.string), .text: "sample"
    case .kind(.array): []
    case .kind(.object): JSON(members: [])
    case .choice(let choices): JSON(choices[0])
    case .elements(let type): JSON([type.sample])
    case .map(let type): ["key": type.sample]
    case .optional(let type): type.sample
    case .named(let named): named.type.sample
    case .members(let members):
      JSON(
        members: members.types.filter { member in
          !(members.exclusive + members.discouraged).contains {
            $0.contains(member.name) && $0[0] != member.name
          }
        }.map { ($0.name, $0.type.sample) })
    }
  }
}

extension PathPattern {
  /// The tokens of a path that the pattern matches.
  var sample: [String] {
    components.compactMap { component in
      switch component {
      case .literal(let name): String(decoding: name, as: UTF8.self)
      case .prefix(let name): String(decoding: name, as: UTF8.self) + "x"
      case .index: "0"
      case .anyToken: "key"
      case .anyTokens: nil
      }
    }
  }
}

extension JSON {
  /// Puts a value at a path where there is none yet, with the containers around it.
  fileprivate mutating func fill(_ tokens: some Collection<String>, with value: JSON) {
    guard let token = tokens.first else { return }
    let rest = tokens.dropFirst()
    var child = self.child(token)
    if !rest.isEmpty {
      if child?.kind != .array && child?.kind != .object {
        child = rest.first == "0" ? [] : JSON(members: [])
      }
      child?.fill(rest, with: value)
    }
    let pointer = JSONPointer(tokens: [token])
    if kind == .array {
      if array?.isEmpty == true { self = JSON([child ?? value]) } else { self[pointer] = child }
    } else {
      self[token] = child ?? value
    }
  }
}
