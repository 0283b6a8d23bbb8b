internal import JSONPatching

/// Collects the problems of one value.
struct ValueChecker {
  typealias ValueType = PatchProfile.ValueType

  /// Enough to see what is wrong with a long array.
  private static let maximumProblems = 8

  private(set) var problems: [ValueType.Problem] = []
  /// The described object that the value is part of; problems within one are those of a schema.
  private var whole: ValueType.Members?

  mutating func check(_ value: JSON, against type: ValueType, at place: JSONPointer) {
    guard problems.count < Self.maximumProblems else { return }
    switch type.form {
    case .any:
      break
    case .named(let named):
      check(value, against: named.type, at: place)
    case .optional(let type):
      if !value.isNull { check(value, against: type, at: place) }
    default:
      if type.includesKind(of: value) {
        checkContents(of: value, against: type, at: place)
      } else {
        report(.mismatch(of: value, with: type, at: place, isPart: whole != nil))
      }
    }
  }

  /// Checks what is inside of a value of the right kind.
  private mutating func checkContents(
    of value: JSON, against type: ValueType, at place: JSONPointer
  ) {
    switch type.form {
    case .text(let text):
      if let string = value.string { check(string, against: text, at: place) }
    case .choice(let choices):
      if let string = value.string { check(string, isOneOf: choices, at: place) }
    case .elements(let type):
      if let array = value.array { check(array, against: type, at: place) }
    case .map(let type):
      if let object = value.object { check(object, against: type, at: place) }
    case .members(let members):
      if let object = value.object { check(object, against: members, at: place) }
    case .any, .kind, .integer, .optional, .named:
      break
    }
  }

  private mutating func report(_ problem: ValueType.Problem) {
    guard problems.count < Self.maximumProblems else { return }
    var problem = problem
    problem.note = problem.note ?? whole?.reason
    problems.append(problem)
  }
}

/// Containers.
extension ValueChecker {
  private mutating func check(
    _ array: JSON.Elements, against type: ValueType, at place: JSONPointer
  ) {
    for (index, element) in array.enumerated() where !type.isSatisfied(byScalar: element) {
      check(element, against: type, at: place.appending(index))
    }
  }

  private mutating func check(
    _ object: JSON.Members, against type: ValueType, at place: JSONPointer
  ) {
    for member in object where !type.isSatisfied(byScalar: member.value) {
      check(member.value, against: type, at: place.appending(member.name))
    }
  }

  private mutating func check(
    _ object: JSON.Members, against members: ValueType.Members, at place: JSONPointer
  ) {
    let outer = whole
    whole = members
    defer { whole = outer }
    for member in object {
      if let type = members.type(of: member.name) {
        check(member.value, against: type, at: place.appending(member.name))
      } else if members.others != .accept {
        report(.unknownMember(member.name, of: place, policy: members))
      }
    }
    for problem in members.structuralProblems(of: object, at: place) { report(problem) }
  }
}

/// Strings.
extension ValueChecker {
  private mutating func check(
    _ string: String, against text: ValueType.Text, at place: JSONPointer
  ) {
    guard let breach = text.breach(in: string) else { return }
    report(
      .init(
        code: .schema, severity: text.severity, message: "\(place) \(breach)", note: text.reason))
  }

  private mutating func check(_ string: String, isOneOf choices: [String], at place: JSONPointer) {
    guard !choices.contains(where: { $0.utf8.elementsEqual(string.utf8) }) else { return }
    let nearest = Spelling.nearest(to: string, among: choices)
    func message(_ quoted: String) -> String {
      "\(place) takes \(choices.alternatives), not \(quoted)"
    }
    report(
      .init(
        code: .schema, message: message("\"\(string)\""),
        help: nearest.map { "did you mean \"\($0)\"?" },
        quotation: Finding.Quotation(string, in: message)))
  }
}
