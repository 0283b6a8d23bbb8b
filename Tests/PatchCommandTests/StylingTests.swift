import Testing

@testable import PatchCommand

struct StylingTests {
  struct Case: Sendable {
    let variables: [String: String]
    let option: String?
    let isTerminal: Bool
    let usesColor: Bool
  }

  static let cases = [
    Case(variables: [:], option: nil, isTerminal: false, usesColor: false),
    Case(variables: [:], option: nil, isTerminal: true, usesColor: true),
    Case(variables: [:], option: "auto", isTerminal: true, usesColor: true),
    Case(variables: [:], option: "always", isTerminal: false, usesColor: true),
    Case(variables: [:], option: "never", isTerminal: true, usesColor: false),
    Case(variables: ["NO_COLOR": "1"], option: nil, isTerminal: true, usesColor: false),
    Case(variables: ["NO_COLOR": ""], option: nil, isTerminal: true, usesColor: true),
    Case(variables: ["NO_COLOR": "1"], option: "always", isTerminal: false, usesColor: true),
    Case(variables: ["FORCE_COLOR": "1"], option: nil, isTerminal: false, usesColor: true),
    Case(variables: ["FORCE_COLOR": "0"], option: nil, isTerminal: false, usesColor: false),
    Case(variables: ["CLICOLOR_FORCE": "1"], option: nil, isTerminal: false, usesColor: true),
    Case(
      variables: ["NO_COLOR": "1", "FORCE_COLOR": "1"], option: nil, isTerminal: true,
      usesColor: false),
    Case(variables: ["TERM": "dumb"], option: nil, isTerminal: true, usesColor: false),
    Case(
      variables: ["TERM": "dumb", "FORCE_COLOR": "1"], option: nil, isTerminal: true,
      usesColor: true),
    Case(variables: ["TERM": "xterm"], option: nil, isTerminal: true, usesColor: true),
  ]

  @Test(arguments: cases)
  func `colour is decided in the documented order`(_ example: Case) throws {
    var arguments = Arguments(verb: .get)
    if let option = example.option { arguments.append(.color, value: option) }
    let host = Session.host(example.variables)
    let styling = Styling(isTerminal: example.isTerminal, arguments: arguments, host: host)
    #expect(styling.usesColor == example.usesColor)
  }

  @Test(arguments: [
    ([:], Symbols.unicode), (["LANG": "en_US.UTF-8"], .unicode), (["LANG": "C.utf8"], .unicode),
    (["LANG": "C"], .ascii), (["LC_ALL": "POSIX", "LANG": "en_US.UTF-8"], .ascii),
    (["LC_ALL": "", "LANG": "en_US.UTF-8"], .unicode),
    (["LC_CTYPE": "en_US.ISO-8859-1", "LANG": "en_US.UTF-8"], .ascii),
  ])
  func `the locale decides on symbols`(variables: [String: String], symbols: Symbols) {
    let styling = Styling(
      isTerminal: true, arguments: Arguments(verb: .get), host: Session.host(variables))
    #expect(styling.symbols == symbols)
  }

  @Test(
    arguments: [
      (nil, nil, 80), (nil, "120", 120), (100, "120", 100), (3, nil, 40), (nil, "x", 80),
      (nil, "99999999", 1000), (nil, "-5", 40),
    ] as [(Int?, String?, Int)])
  func `the width comes from the window or else from COLUMNS`(
    columns: Int?, variable: String?, expected: Int
  ) {
    var host = Session.host(variable.map { ["COLUMNS": $0] } ?? [:])
    host.terminal.columns = columns
    let styling = Styling(isTerminal: true, arguments: Arguments(verb: .get), host: host)
    #expect(styling.columns == expected)
  }

  @Test func `paint wraps text in codes and nothing else`() {
    let styling = Styling(usesColor: true, symbols: .unicode, columns: 80)
    #expect(styling.paint("x", .error) == "\u{1B}[1;31mx\u{1B}[0m")
    #expect(styling.paint("", .error) == "")
    #expect(Styling.plain.paint("x", .error) == "x")
  }
}

extension Session {
  /// A world with nothing but variables.
  static func host(_ variables: [String: String]) -> Host {
    Host(
      environment: Environment(variables), terminal: Terminal(),
      readInput: { () throws(SystemError) in [] }, write: { (_, _) throws(SystemError) in })
  }
}
