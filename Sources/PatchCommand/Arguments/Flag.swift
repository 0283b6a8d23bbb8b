/// An option of a verb, as the command table declares it.
///
/// An option without a value is a switch.
struct Flag: Sendable {
  /// The value that an option takes.
  struct Value: Sendable {
    /// What stands for the value in help, such as `file`.
    let label: String
    /// Which texts are acceptable.
    let kind: ValueKind
  }

  /// The long name, without the dashes.
  let name: String
  /// The letter of the short form.
  let letter: Unicode.Scalar?
  /// The value; `nil` for a switch.
  let value: Value?
  /// The verb cannot work without it.
  private(set) var isRequired = false
  /// It may be given several times.
  private(set) var isRepeated = false
  /// One or two sentences that say what it does.
  let help: String

  /// Declares a switch.
  init(_ name: String, letter: Unicode.Scalar? = nil, help: String) {
    self.name = name
    self.letter = letter
    self.help = help
    value = nil
  }

  /// Declares an option with a value.
  init(
    _ name: String, letter: Unicode.Scalar? = nil, value label: String, _ kind: ValueKind,
    help: String
  ) {
    self.name = name
    self.letter = letter
    self.help = help
    value = Value(label: label, kind: kind)
  }

  /// The long name as it is typed.
  var spelling: String { "--" + name }

  /// All forms, as the column of labels in help shows them: `-o, --output <file>`.
  var label: String {
    (letter.map { "-\($0), " } ?? "") + usage
  }

  /// The long form with its value: `--output <file>`.
  var usage: String {
    spelling + (value.map { " <\($0.label)>" } ?? "")
  }

  /// The same option, without which the verb cannot work.
  var required: Flag {
    var flag = self
    flag.isRequired = true
    return flag
  }

  /// The same option, which may be given several times.
  var repeated: Flag {
    var flag = self
    flag.isRepeated = true
    return flag
  }
}
