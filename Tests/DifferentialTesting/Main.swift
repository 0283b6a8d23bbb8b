import Foundation

/// Patches random documents here and in other libraries, and looks into what comes out differently.
@main
enum Main {
  static func main() throws {
    // A peer that ends closes its end of the pipe; that is an answer.
    signal(SIGPIPE, SIG_IGN)
    let numbers = CommandLine.arguments.dropFirst().map { UInt64($0) }
    guard numbers.count <= 2, !numbers.contains(nil) else {
      FileHandle.standardError.write(Data("usage: Tests/differential [PAIRS [SEED]]\n".utf8))
      exit(64)
    }
    let pairs = numbers.compactMap(\.self)
    let seed = pairs.dropFirst().first ?? .random(in: 0...UInt64(UInt32.max))
    var run = try DifferentialRun()
    try run.ask(pairs: Int(clamping: pairs.first ?? 200_000), seed: seed)
    print("seed \(seed)\n\n\(run.report)")
    exit(run.isExplained ? 0 : 1)
  }
}
