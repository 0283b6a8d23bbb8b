/// What the command line asks for.
struct Options: Sendable {
  var files: [String] = []
  /// Texts of which a workload's label must contain one.
  var filters: [String] = []
  var printsJSON = false
  var isQuick = false
  var usesYYJSON = false
  var listsWorkloads = false
  var showsHelp = false
  /// The date that the report states instead of the clock's.
  var date: String?
}

/// The command line is wrong.
struct UsageError: Error, CustomStringConvertible {
  var description: String
}

extension Options {
  init(parsing arguments: [String]) throws(UsageError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--json": printsJSON = true
      case "--quick": isQuick = true
      case "--list": listsWorkloads = true
      case "--help", "-h": showsHelp = true
      case "--filter": filters.append(try Self.value(of: argument, from: &rest))
      case "--date": date = try Self.value(of: argument, from: &rest)
      case "--yardstick":
        let name = try Self.value(of: argument, from: &rest)
        guard name == "yyjson" else {
          throw UsageError(description: "unknown yardstick '\(name)'; there is 'yyjson'")
        }
        usesYYJSON = true
      case "--":
        files += rest
        rest = []
      default:
        guard !argument.hasPrefix("-") else {
          throw UsageError(description: "unknown option '\(argument)'")
        }
        files.append(argument)
      }
    }
  }

  private static func value(
    of option: String, from rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    guard let value = rest.popFirst() else {
      throw UsageError(description: "option '\(option)' needs a value")
    }
    return value
  }

  static let help = """
    OVERVIEW: Measures jpatch's engine and verifies what it does.

    USAGE: PatchBenchmarks [<files> ...] [--filter <text>] [--yardstick yyjson] [--json]

    ARGUMENTS:
      <files>              JSON documents to measure too; with NAME.patch.json beside
                           NAME.json, also the whole way from bytes to bytes

    OPTIONS:
      --filter <text>      Only workloads whose label contains the text: W1, W3a, feed
                           (repeat for more)
      --yardstick yyjson   Measure the Python package yyjson in turns with the workloads
      --json               Print everything that was measured as JSON
      --date <date>        The date that the report states
      --quick              Try everything once on small documents; the times mean nothing
      --list               Print the labels of the workloads
      -h, --help           Show help information

    ENVIRONMENT:
      JPATCH_CORPUS        Folder with benchmark/twitter.json, citm_catalog.json and
                           canada.json, to measure as well

    EXIT STATUS: 0 all results right, 1 a result wrong, 2 trouble, 64 wrong command line
    """
}
