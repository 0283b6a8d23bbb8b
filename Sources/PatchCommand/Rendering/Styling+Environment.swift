extension Styling {
  /// The styling of a stream.
  ///
  /// The first of these that speaks decides on colour: the option, `NO_COLOR`, `CLICOLOR_FORCE` or
  /// `FORCE_COLOR`, `TERM=dumb`, and whether the stream is a terminal.
  ///
  /// - Parameters:
  ///   - isTerminal: The stream is a terminal.
  ///   - arguments: The command line, for `--color` and `--ascii`.
  ///   - host: The environment and the width of the terminal.
  init(isTerminal: Bool, arguments: Arguments, host: Host) {
    usesColor = Self.usesColor(arguments[.color], host.environment) ?? isTerminal
    let isASCII = arguments.has(.ascii) || !Self.localeAllowsUnicode(host.environment)
    symbols = isASCII ? .ascii : .unicode
    let columns = host.terminal.columns ?? host.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    self.columns = min(max(columns, 40), 1000)
  }

  private static func usesColor(_ choice: String?, _ environment: Environment) -> Bool? {
    switch choice {
    case "always": return true
    case "never": return false
    default: break
    }
    if environment["NO_COLOR"] != nil { return false }
    for name in ["CLICOLOR_FORCE", "FORCE_COLOR"] {
      if let value = environment[name], value != "0" { return true }
    }
    return environment["TERM"] == "dumb" ? false : nil
  }

  /// The locale does not rule out characters beyond ASCII; one that is not set rules out nothing.
  private static func localeAllowsUnicode(_ environment: Environment) -> Bool {
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"]
    guard let locale = locale?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }
}
