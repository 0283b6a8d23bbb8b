import Foundation

/// Parses documents with yyjson, the fastest C library that also patches, through its Python
/// package: that one can be installed anywhere and is within 15 % of the C library.
///
/// The Python process lives as long as this object and takes its turns on request.
final class YYJSONProcess: Contestant {
  /// What can go wrong with the other process.
  enum Failure: Error, CustomStringConvertible {
    case notImportable
    case noAnswer

    var description: String {
      switch self {
      case .notImportable: "python3 cannot import yyjson: install it with `pip install yyjson`"
      case .noAnswer: "the python3 process gives no answer"
      }
    }
  }

  let version: String
  private let process: Process
  private let requests: FileHandle
  private let answers: LineReader

  init() throws {
    let input = Pipe()
    let output = Pipe()
    process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", Self.script]
    process.environment = ProcessInfo.processInfo.environment
      .merging(Allocator.environment) { _, new in new }
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    requests = input.fileHandleForWriting
    answers = LineReader(output.fileHandleForReading)
    guard let greeting = answers.next() else { throw Failure.notImportable }
    version = greeting
  }

  deinit {
    // End of input ends the script.
    try? requests.close()
    process.waitUntilExit()
  }

  /// Hands over the documents that are parsed from now on.
  func load(_ documents: [[UInt8]]) throws {
    try send("load \(documents.count)")
    for document in documents {
      try send("\(document.count)")
      try requests.write(contentsOf: Data(document))
    }
  }

  func samples(_ count: Int, iterations: Int) throws -> [Double] {
    try send("run \(count) \(iterations)")
    guard let answer = answers.next() else { throw Failure.noAnswer }
    let samples = answer.split(separator: " ").compactMap { Double($0) }
    guard samples.count == count else { throw Failure.noAnswer }
    return samples.map { $0 / Double(iterations) }
  }

  private func send(_ line: String) throws {
    try requests.write(contentsOf: Data((line + "\n").utf8))
  }

  private static let script = """
    import gc, importlib.metadata, itertools, sys, time
    from yyjson import Document
    print(importlib.metadata.version("yyjson"), flush=True)
    gc.disable()
    clock, requests, documents = time.perf_counter_ns, sys.stdin.buffer, []
    def sample(iterations):
        start = clock()
        for _ in itertools.repeat(None, iterations):
            for document in documents:
                Document(document)
        return clock() - start
    while line := requests.readline().split():
        if line[0] == b"load":
            documents = [requests.read(int(requests.readline())) for _ in range(int(line[1]))]
        else:
            sample(1)
            print(*(sample(int(line[2])) for _ in range(int(line[1]))), flush=True)
    """
}

/// Reads from a pipe line by line.
private final class LineReader {
  private let file: FileHandle
  private var rest = Data()

  init(_ file: FileHandle) {
    self.file = file
  }

  /// The next line without its end; `nil` at the end of the file.
  func next() -> String? {
    while true {
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        defer { rest = Data(rest[(end + 1)...]) }
        return String(decoding: rest[..<end], as: UTF8.self)
      }
      let more = file.availableData
      guard !more.isEmpty else { return nil }
      rest += more
    }
  }
}
