import Foundation

/// `run [WORDS]` carries out each operation at three sizes, for whoever counts instructions; `judge FILE [WORDS]` takes the
/// counts, one in each line, and says which of them grow faster than they may.
@main
enum CostCurves {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "run": try run(costs(about: arguments.dropFirst()))
      case "judge" where arguments.count > 1:
        let text = try String(contentsOfFile: arguments[1], encoding: .utf8)
        try judge(
          text.split(separator: "\n").compactMap { Int($0) }, costs(about: arguments.dropFirst(2)))
      default: throw Failure("usage: CostCurves run [WORDS] | judge FILE [WORDS]")
      }
    } catch {
      print(error)
      exit(1)
    }
  }

  /// The operations whose names contain some words.
  private static func costs(about words: ArraySlice<String>) throws -> [Cost] {
    let text = words.joined(separator: " ")
    let found = Cost.all.filter { words.isEmpty || $0.name.contains(text) }
    // Nothing counted would look like nothing wrong.
    guard !found.isEmpty else { throw Failure("no operation's name contains \"\(text)\"") }
    return found
  }

  private static func run(_ costs: [Cost]) throws {
    for cost in costs {
      // What is made once, when it is first needed, is not counted.
      try cost.prepare(cost.size)()
      for size in cost.sizes {
        let work = try cost.prepare(size)
        try measured(work)
        hasBeenMeasured()
      }
    }
  }

  private static func judge(_ counts: [Int], _ costs: [Cost]) throws {
    guard counts.count == costs.count * 3 else {
      throw Failure("\(counts.count) counts for \(costs.count) operations at three sizes")
    }
    var failures = 0
    for (index, cost) in costs.enumerated() {
      let counts = Array(counts[(index * 3)..<(index * 3 + 3)])
      let objection = cost.shape.objection(to: counts)
      if objection != nil { failures += 1 }
      let verdict = objection.map { "TOO MUCH: \($0)" } ?? "\(counts)"
      print("\(cost.shape.rawValue)\t\(cost.name)\t\(verdict)")
    }
    if failures > 0 { throw Failure("\(failures) of \(costs.count) grow faster than documented") }
    print("\(costs.count) operations cost what their comments say")
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
  }
}
