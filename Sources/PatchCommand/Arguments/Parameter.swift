/// An argument without a dash, known by its place, as the command table declares it.
struct Parameter: Sendable {
  /// How many arguments it stands for.
  enum Count: Sendable {
    case one
    case optional
    case any
    case many
  }

  /// What stands for it in help.
  let label: String
  /// Which texts are acceptable.
  let kind: ValueKind
  /// How many arguments it stands for.
  let count: Count
  /// A sentence that says what it is.
  let help: String

  init(_ label: String, _ kind: ValueKind, _ count: Count = .one, help: String) {
    self.label = label
    self.kind = kind
    self.count = count
    self.help = help
  }

  /// The verb cannot work without it.
  var isRequired: Bool { count == .one || count == .many }

  /// It stands for all arguments from its place on.
  var isRepeated: Bool { count == .any || count == .many }

  /// The parameter as the line of usage shows it.
  var usage: String {
    switch count {
    case .one: "<\(label)>"
    case .optional: "[<\(label)>]"
    case .any: "[<\(label)> ...]"
    case .many: "<\(label)> ..."
    }
  }
}
