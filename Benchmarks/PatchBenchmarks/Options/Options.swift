/// What the command line asks for.
struct Options: Sendable {
  var files: [String] = []
  /// Texts of which a workload's label must contain one.
  var filters: [String] = []
  var printsJSON = false
  var isQuick = false
  var usesYYJSON = false
  var comparesPeers = false
  var listsWorkloads = false
  var showsHelp = false
  /// The date that the report states instead of the clock's.
  var date: String?
  /// Where the command `jpatch` is, unless beside this program.
  var jpatch: String?
  /// A report to compare with, and the part by which times may differ without meaning anything.
  var baseline: String?
  var noise = 0.05
  /// The folder for charts.
  var charts: String?
  /// The file with limits of allocations to check, and the one to write.
  var gate: String?
  var recordedGate: String?
  /// How often the work is done while somebody else looks on.
  var passes: Int?
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
      case "--compare": comparesPeers = true
      case "--list": listsWorkloads = true
      case "--help", "-h": showsHelp = true
      case "--filter": filters.append(try Self.value(of: argument, from: &rest))
      case "--date": date = try Self.value(of: argument, from: &rest)
      case "--jpatch": jpatch = try Self.value(of: argument, from: &rest)
      case "--baseline": baseline = try Self.value(of: argument, from: &rest)
      case "--noise": noise = try Self.percentage(of: argument, from: &rest)
      case "--chart": charts = try Self.value(of: argument, from: &rest)
      case "--gate": gate = try Self.value(of: argument, from: &rest)
      case "--record-gate": recordedGate = try Self.value(of: argument, from: &rest)
      case "--passes":
        let text = try Self.value(of: argument, from: &rest)
        guard let count = Int(text), count > 0 else {
          throw UsageError(description: "option '--passes' needs a number above 0, not '\(text)'")
        }
        passes = count
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

  private static func percentage(
    of option: String, from rest: inout ArraySlice<String>
  ) throws(UsageError) -> Double {
    let text = try value(of: option, from: &rest)
    guard let percent = Double(text), (0...1000).contains(percent) else {
      throw UsageError(description: "option '\(option)' needs a number of percent, not '\(text)'")
    }
    return percent / 100
  }
}
