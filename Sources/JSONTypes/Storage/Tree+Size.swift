extension Tree {
  /// A size in bytes that the document's text does not exceed, apart from the white space that edits need: known without
  /// writing it.
  package var sizeBound: Int { overlay?.sizeBound ?? storage.parsed.textCount }

  /// Whether the document's text surely has at most so many bytes, as far as can be told without writing it.
  ///
  /// - Complexity: O(1) unless it may be too large or has wide white space; then O(*n*) for *n* nodes of the text, once.
  package func isSurelyWithin(_ limit: Int) -> Bool {
    guard let overlay else { return sizeBound <= limit }
    let room = limit - overlay.sizeBound
    guard room >= 0, overlay.laidOutNodes > 0 else { return room >= 0 }
    return canLayOut(overlay.laidOutNodes, in: room, by: storage.parsed.textCount)
      || canLayOut(overlay.laidOutNodes, in: room, by: storage.parsed.gapBound)
  }

  /// Whether the white space of some nodes fits into a number of bytes.
  ///
  /// It is made of pieces of the text: what stands between two children, and one step of indentation for each level.
  private func canLayOut(_ nodes: Int, in room: Int, by gap: Int) -> Bool {
    // Before the value, and at the end of a container before its bracket; two spaces where the text shows no step.
    let (indentation, isTooWide) = (gap + 2).multipliedReportingOverflow(by: depthBound + 3)
    let (whitespace, isTooLarge) = (2 * (indentation & .max >> 2) + 8)
      .multipliedReportingOverflow(by: nodes)
    return !isTooWide && indentation <= .max >> 2 && !isTooLarge && whitespace <= room
  }
}
