import Synchronization

/// What a ``JSON`` value refers to: a parsed tape, and what edits made of it.
///
/// Values share a storage freely. Whoever edits makes sure first that nobody else holds it
/// (``JSON/edit(maximumDepth:_:)``); the parsed tape is never copied. For the same reason the runtime need not check that
/// accesses to what edits made do not overlap.
@safe
package final class Storage: @unchecked Sendable {
  package let parsed: Tape
  // Safety: whoever changes it holds the storage alone, and no access to it calls out.
  @exclusivity(unchecked) private var unchecked = Edited()
  /// Whether another storage refers to the same tape of additions, which must not grow then.
  private let sharesAdditions = Atomic(false)
  /// Whether another storage has ever referred to the same parsed tape, which must not be used for another text then.
  private let sharesParsed = Atomic(false)
  /// What the edits of an earlier document have left for those of the next.
  private var spare: (additions: Tape?, overlay: Overlay?) = (nil, nil)
  /// The storage whose edits these are, while a part of its document is lent out.
  private var lender: Storage?

  /// What edits have made of the parsed tape.
  private struct Edited {
    var additions: Tape?
    var overlay: Overlay?
    var root = NodeRef(parsed: 0)
  }

  package init(parsed: Tape) {
    self.parsed = parsed
  }

  /// Creates the storage that an edit of a shared one works on: O(edits made so far).
  init(copying other: Storage) {
    parsed = other.parsed
    additions = other.additions
    overlay = other.overlay.map { Overlay(copying: $0) }
    root = other.root
    sharesAdditions.store(true, ordering: .relaxed)
    sharesParsed.store(true, ordering: .relaxed)
    // The other one may be in use by other threads, all of which would write the same.
    other.sharesParsed.store(true, ordering: .relaxed)
    other.sharesAdditions.store(true, ordering: .relaxed)
  }

  /// Creates a storage that shares the edits of another for the time that a part of its document is
  /// lent out: whoever has the part may edit it in place, since nobody looks at the whole meanwhile.
  init(borrowingEditsOf other: Storage) {
    parsed = other.parsed
    additions = other.additions
    overlay = other.editedOverlay
    root = other.root
    sharesAdditions.store(other.sharesAdditions.load(ordering: .relaxed), ordering: .relaxed)
    lender = other
  }

  /// Ends a loan although somebody has kept the storage that had borrowed the edits: from now on both have their own.
  func endLoan(of borrower: Storage) {
    borrower.lender = nil
    root = borrower.root
    additions = borrower.additions
    overlay = borrower.overlay.map { Overlay(copying: $0) }
    sharesParsed.store(true, ordering: .relaxed)
    borrower.sharesParsed.store(true, ordering: .relaxed)
    sharesAdditions.store(true, ordering: .relaxed)
    borrower.sharesAdditions.store(true, ordering: .relaxed)
  }

  deinit {
    // Not bound to a name here, which would retain it in all the others.
    if lender != nil { giveBack() }
  }

  @inline(never)
  private func giveBack() {
    guard let lender else { return }
    lender.root = root
    lender.additions = additions
    // Not always the same one: a part of the part may have been kept by somebody.
    lender.overlay = overlay
    lender.sharesAdditions.store(sharesAdditions.load(ordering: .relaxed), ordering: .relaxed)
    // A copy of the part refers to the parsed tape of the whole.
    if sharesParsed.load(ordering: .relaxed) { lender.sharesParsed.store(true, ordering: .relaxed) }
  }

  // MARK: What edits made

  /// The nodes and the text of everything that edits brought in.
  private(set) var additions: Tape? {
    @inline(__always) _read { yield unsafe unchecked.additions }
    @inline(__always) _modify { yield unsafe &unchecked.additions }
  }

  /// Which nodes were replaced, and which containers changed; `nil` until the first edit.
  private(set) var overlay: Overlay? {
    @inline(__always) _read { yield unsafe unchecked.overlay }
    @inline(__always) _modify { yield unsafe &unchecked.overlay }
  }

  /// The value of the whole document, with which the white space around it is written.
  var root: NodeRef {
    @inline(__always) get { unsafe unchecked.root }
    @inline(__always) set { unsafe unchecked.root = newValue }
  }

  // MARK: Editing

  /// Whether edits have brought in so much that most of it must be garbage.
  var hasOutgrownItsText: Bool {
    guard let additions else { return false }
    return additions.textCount > 2 * parsed.textCount + 1 << 20
      || additions.nodeCount > 2 * parsed.nodeCount + 1 << 16
  }

  /// The overlay of a storage that is being edited.
  var editedOverlay: Overlay {
    if let overlay { return overlay }
    let new = spare.overlay.take() ?? Overlay()
    new.edits.setBounds(for: parsed)
    overlay = new
    return new
  }

  /// Makes the document what was parsed; whoever calls this has made all edits.
  func dropEdits() {
    overlay = nil
    additions = nil
    sharesAdditions.store(false, ordering: .relaxed)
  }

  /// Whether the tape of additions must not grow.
  @inline(__always)
  var areAdditionsShared: Bool { sharesAdditions.load(ordering: .relaxed) }

  /// The tape of additions, made or copied first if it must not grow; a new one has room for about so many values.
  func uniqueAdditions(expecting count: Int) -> Tape {
    if !areAdditionsShared, let additions { return additions }
    let tape =
      additions.map { Tape(copying: $0) } ?? spare.additions.take()
      ?? Tape(textCapacity: max(256, count * 8), nodeCapacity: max(24, count))
    additions = tape
    sharesAdditions.store(false, ordering: .relaxed)
    return tape
  }

  // MARK: Using it again

  /// Takes back all edits but keeps their memory; `false` if somebody else holds a part of the storage.
  func makeReusable() -> Bool {
    guard lender == nil, !sharesParsed.load(ordering: .relaxed) else { return false }
    if var used = additions.take(), isKnownUniquelyReferenced(&used) {
      used.truncate(textCount: 0, nodeCount: 0)
      spare.additions = used
    }
    if var used = overlay.take(), isKnownUniquelyReferenced(&used) {
      used.edits.removeAll()
      spare.overlay = used
    }
    root = NodeRef(parsed: 0)
    sharesAdditions.store(false, ordering: .relaxed)
    return true
  }
}
