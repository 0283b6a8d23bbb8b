extension Tape {
  /// Copies a text and scans it; `isSource` tells whether positions in it mean something to the caller.
  convenience init(
    parsing bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions, isSource: Bool
  ) throws(JSONParsingError) {
    try Self.checkSize(of: bytes, options)
    var buffers = TapeBuffers(
      textCapacity: bytes.count, nodeCapacity: Self.likelyNodeCount(bytes.count))
    do throws(ScanFailure) {
      try bytes.withTextSlice { (text) throws(ScanFailure) in
        try buffers.scan(text, options: options)
      }
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
        try bytes.withTextSlice { (text) throws(ScanFailure) in
          try buffers.scan(text, options: options)
        }
      }
    } catch {
      throw JSONParsingError(error, in: bytes, options)
    }
  }

  /// Copies the text of a patch and scans it, letting `body` read its operations; `nil` if it is not written as
  /// usual, or wrong.
  convenience init?(
    parsing bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions,
    operations body: (inout OperationScanner) -> Bool
  ) {
    var buffers = TapeBuffers(
      textCapacity: bytes.count, nodeCapacity: Self.likelyNodeCount(ofPatch: bytes.count))
    var isRead = false
    bytes.withTextSlice { isRead = buffers.scan($0, options: options, operations: body) }
    guard isRead else {
      buffers.deallocate()
      return nil
    }
    self.init(adopting: buffers, isSource: true)
  }

  /// Copies the text of another patch into the memory of this tape and scans it; nobody else holds the tape.
  ///
  /// - Returns: `false` if it is not written as usual, or wrong; then what the tape holds means nothing.
  func reparse(
    _ bytes: borrowing Span<UInt8>, options: JSON.ParsingOptions,
    operations body: (inout OperationScanner) -> Bool
  ) -> Bool {
    var isRead = false
    replaceContents { buffers in
      buffers.removeAll(
        reservingText: bytes.count, nodes: Self.likelyNodeCount(ofPatch: bytes.count))
      bytes.withTextSlice { isRead = buffers.scan($0, options: options, operations: body) }
    }
    return isRead
  }

  private static func checkSize(
    of bytes: borrowing Span<UInt8>, _ options: JSON.ParsingOptions
  ) throws(JSONParsingError) {
    guard bytes.count <= TapeBuffers.textLimit else {
      throw JSONParsingError(ScanFailure(expectation: .size, offset: 0), in: bytes, options)
    }
  }

  /// Few texts have more nodes; for those the room grows.
  private static func likelyNodeCount(_ byteCount: Int) -> Int { byteCount / 10 + 16 }

  /// Likewise; names and pointers are short.
  private static func likelyNodeCount(ofPatch byteCount: Int) -> Int { byteCount / 8 + 16 }
}

extension TapeBuffers {
  /// Copies a text to where nothing is yet, and writes its nodes.
  fileprivate mutating func scan(
    _ text: TextSlice, options: JSON.ParsingOptions
  ) throws(ScanFailure) {
    if options.indexLevel > 0, IndexedScanner.sizes.contains(text.count) {
      var scanner = IndexedScanner(
        self, copying: text, maximumDepth: options.maximumDepth, level: options.indexLevel)
      let isRight = scanner.scan()
      self = scanner.buffers
      if isRight {
        depth = scanner.depthReached
        gapBound = scanner.gapBound
        return
      }
      removeAll()
    }
    append(text)
    padText()
    var scanner = Scanner(self, maximumDepth: options.maximumDepth)
    do throws(ScanFailure) {
      try scanner.scan()
    } catch {
      self = scanner.buffers
      throw error
    }
    self = scanner.buffers
    depth = scanner.depthReached
  }

  /// Copies the text of a patch to where nothing is yet, and writes its nodes.
  fileprivate mutating func scan(
    _ text: TextSlice, options: JSON.ParsingOptions,
    operations body: (inout OperationScanner) -> Bool
  ) -> Bool {
    append(text)
    padText()
    var scanner = OperationScanner(self, maximumDepth: options.maximumDepth)
    let isRead = body(&scanner) && scanner.finish()
    self = scanner.buffers
    depth = scanner.depthReached
    return isRead
  }
}
