/// A place in a text, in the units that editors and people count in.
public struct SourcePosition: Sendable, Hashable, Comparable {
  /// The number of bytes before it.
  public var utf8Offset: Int
  /// The line, from 1; CR LF, CR and LF each end one.
  public var line: Int
  /// The column in Unicode scalars, from 1.
  public var column: Int
  /// The column in UTF-16 code units, from 1, as the Language Server Protocol counts (from 0).
  public var utf16Column: Int

  /// Creates a position.
  ///
  /// - Parameters:
  ///   - utf8Offset: The number of bytes before it.
  ///   - line: The line, from 1.
  ///   - column: The column in Unicode scalars, from 1.
  ///   - utf16Column: The column in UTF-16 code units, from 1.
  public init(utf8Offset: Int, line: Int, column: Int, utf16Column: Int) {
    self.utf8Offset = utf8Offset
    self.line = line
    self.column = column
    self.utf16Column = utf16Column
  }

  /// Orders positions of one text.
  ///
  /// - Complexity: O(1).
  public static func < (first: SourcePosition, second: SourcePosition) -> Bool {
    first.utf8Offset < second.utf8Offset
  }
}

/// A stretch of a text, its end excluded.
public struct SourceRange: Sendable, Hashable {
  /// The position of the first character.
  public var start: SourcePosition
  /// The position after the last character.
  public var end: SourcePosition

  /// Creates a range.
  ///
  /// - Parameters:
  ///   - start: The position of the first character.
  ///   - end: The position after the last character.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }
}

/// The lines of a text: finds positions without reading the text from its beginning each time.
package struct SourceMap: Sendable {
  private let text: [UInt8]
  private var lineStarts: [Int]
  /// The columns at every so many bytes, so that a position in a long line costs no more than one in a short line.
  private var checkpoints: [Columns] = []

  private static let checkpointDistance = 256

  /// How many characters of its line lie before a place.
  private struct Columns {
    var scalars = 0
    var utf16 = 0

    mutating func pass(_ byte: UInt8) {
      guard byte & 0xC0 != 0x80 else { return }
      scalars += 1
      utf16 += byte >= 0xF0 ? 2 : 1
    }
  }

  /// Creates the map of a text, which need not be valid UTF-8.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ text: [UInt8]) {
    self.text = text
    lineStarts = [0]
    text.withTextSlice { findLines($0) }
  }

  private mutating func findLines(_ text: TextSlice) {
    var columns = Columns()
    var position = 0
    while position < text.count {
      let byte = text[position]
      if position % Self.checkpointDistance == 0 { checkpoints.append(columns) }
      columns.pass(byte)
      position += 1
      let isPair = byte == 0x0D && position < text.count && text[position] == 0x0A
      if byte == 0x0A || byte == 0x0D, !isPair {
        lineStarts.append(position)
        columns = Columns()
      }
    }
  }

  /// The position of the character that begins at an offset.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), text.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var columns = Columns()
    var start = lineStarts[low]
    let checkpoint = min(offset / Self.checkpointDistance, checkpoints.count - 1)
    if checkpoint * Self.checkpointDistance > start {
      start = checkpoint * Self.checkpointDistance
      columns = checkpoints[checkpoint]
    }
    for byte in text[start..<offset] { columns.pass(byte) }
    return SourcePosition(
      utf8Offset: offset, line: low + 1, column: columns.scalars + 1,
      utf16Column: columns.utf16 + 1)
  }

  /// The range of some bytes of the text.
  package func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(start: position(at: bytes.lowerBound), end: position(at: bytes.upperBound))
  }
}

extension JSON {
  /// The place of this value in the text that it was parsed from.
  ///
  /// `nil` for a value that was built in code, or brought in or changed by an edit.
  ///
  /// - Complexity: O(*n*) for *n* bytes of the text; nothing is computed before it is asked for.
  public var sourceRange: SourceRange? {
    guard !Tree(storage).hasEdits(below: ref) else { return nil }
    return sourceBytes.map { SourceMap(sourceText).range($0) }
  }

  /// The place of a member's name, quotation marks included.
  ///
  /// - Parameter name: The name, compared by code points; of duplicates the last one is meant.
  /// - Returns: `nil` if there is no such member, or if it was not parsed.
  /// - Complexity: O(*n*) for *n* bytes of the text.
  public func sourceRange(ofMemberNamed name: String) -> SourceRange? {
    sourceBytes(ofMemberNamed: name).map { SourceMap(sourceText).range($0) }
  }

  /// The lines of the text that this value was parsed from.
  package var sourceMap: SourceMap { SourceMap(sourceText) }

  /// The extent of this value in the text that it was parsed from.
  package var sourceBytes: Range<Int>? {
    let tree = Tree(storage)
    return tree.sourceBytes(of: ref)
  }

  /// The extent of a member's name.
  package func sourceBytes(ofMemberNamed name: String) -> Range<Int>? {
    let tree = Tree(storage)
    guard case .original(let child)? = tree.member(named: name, of: ref)?.place else { return nil }
    return tree.sourceBytes(of: NodeRef(rawValue: child.rawValue - 1))
  }

  private var sourceText: [UInt8] { storage.parsed.copyOfText }
}

extension Tree {
  fileprivate func sourceBytes(of ref: NodeRef) -> Range<Int>? {
    guard !ref.isAdded, storage.parsed.isSource else { return nil }
    let node = self[ref]
    return Int(node.offset)..<Int(node.end)
  }
}
