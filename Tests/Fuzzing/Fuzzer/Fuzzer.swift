import Foundation
import FuzzTargets

/// The target that the variable `JPATCH_FUZZ` names.
enum Fuzzer {
  static let target: FuzzTarget = {
    let name = ProcessInfo.processInfo.environment["JPATCH_FUZZ"] ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
      let names = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
      fatalError("JPATCH_FUZZ is '\(name)' and not one of \(names)")
    }
    return target
  }()
}

#if FUZZING
  /// Called by libFuzzer before it reads its seeds, to which the fixtures are added: they go into the folder that the variable
  /// `JPATCH_SEEDS` names.
  @c(LLVMFuzzerInitialize)
  public func initializeFuzzing(
    _ count: UnsafeMutablePointer<Int32>?, _ arguments: UnsafeMutableRawPointer?
  ) -> Int32 {
    guard let folder = ProcessInfo.processInfo.environment["JPATCH_SEEDS"] else { return 0 }
    do {
      try Fuzzer.target.writeSeeds(to: folder)
    } catch {
      fatalError("no seeds in \(folder): \(error)")
    }
    return 0
  }

  /// Called by libFuzzer, which has a `main` of its own, with each input that it makes up.
  @c(LLVMFuzzerTestOneInput)
  public func fuzzOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let input = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let finding = Fuzzer.target.finding(in: input) else { return 0 }
    fatalError("\(finding)\n\nin\n\n\(Fuzzer.target.description(of: input))")
  }
#else
  /// Without a fuzzer, shows what the files that it is given say to the target, and what is wrong
  /// with what comes of them.
  @main
  extension Fuzzer {
    static func main() throws {
      for path in CommandLine.arguments.dropFirst() {
        let input = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        print(target.description(of: input))
        print(target.finding(in: input) ?? "nothing is wrong")
      }
    }
  }
#endif
