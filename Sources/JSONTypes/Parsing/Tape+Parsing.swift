extension Tape {
  /// Copies a text and scans it; `isSource` tells whether positions in it mean something to the caller.
  convenience init(
    parsing bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions, isSource: Bool
  ) throws(JSONParsingError) {
    try Self.checkSize(of: bytes, options)
    var buffers = TapeBuffers(
      textCapacity: bytes.count, nodeCapacity: Self.likelyNodeCount(bytes.count))
    do throws(ScanFailure) {
      try buffers.scan(bytes, options: options)
      self.init(adopting: buffers, isSource: isSource)
    } catch {
      buffers.deallocate()
      throw JSONParsingError(error, in: bytes, options)
    }
  }

  /// Copies another text into the memory of this tape and scans it; nobody else holds the tape.
  func reparse(
    _ bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions
  ) throws(JSONParsingError) {
    try Self.checkSize(of: bytes, options)
    do throws(ScanFailure) {
      try replaceContents { (buffers) throws(ScanFailure) in
        buffers.removeAll(
          reservingText: bytes.count, nodes: Self.likelyNodeCount(bytes.count))
        try buffers.scan(bytes, options: options)
      }
    } catch {
      throw JSONParsingError(error, in: bytes, options)
    }
  }

  private static func checkSize(
    of bytes: borrowing Span<UInt8>, _ options: JSON.ParsingOptions
  ) throws(JSONParsingError) {
    guard bytes.count <= Int(UInt32.max) - Tape.padding else {
      throw JSONParsingError(ScanFailure(expectation: .size, offset: 0), in: bytes, options)
    }
  }

  /// Few texts have more nodes; for those the room grows.
  private static func likelyNodeCount(_ byteCount: Int) -> Int { byteCount / 10 + 16 }
}

extension TapeBuffers {
  /// Copies a text to where nothing is yet, and writes its nodes.
  fileprivate mutating func scan(
    _ bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions
  ) throws(ScanFailure) {
    bytes.withTextSlice { append($0) }
    padText()
    if options.indexLevel > 0, IndexedScanner.sizes.contains(bytes.count) {
      var scanner = IndexedScanner(
        self, maximumDepth: options.maximumDepth, level: options.indexLevel)
      let isRight = scanner.scan()
      self = scanner.buffers
      depth = scanner.depthReached
      if isRight { return }
    }
    var scanner = Scanner(self, maximumDepth: options.maximumDepth)
    do throws(ScanFailure) {
      try scanner.scan()
    } catch {
      self = scanner.buffers
      throw error
    }
    self = scanner.finish()
    depth = scanner.depthReached
  }
}
