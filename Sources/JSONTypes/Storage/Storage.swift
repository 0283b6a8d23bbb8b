import Synchronization

/// What a ``JSON`` value refers to: a ``Tape`` as it was parsed, or an ``EditedStorage``.
///
/// Values share a storage freely. Most documents are never edited, so that their tape is all they have.
@safe
package class Storage: @unchecked Sendable {
  // Safety: a tape refers to itself, and an edited storage holds its tape. Not a reference that counts, or no tape would ever end.
  unowned(unsafe) private final var tape: Tape?
  // Safety: whoever changes it holds the storage alone, and no access to it calls out.
  @exclusivity(unchecked) fileprivate final var unchecked = Edited()

  /// What edits have made of the parsed tape.
  fileprivate struct Edited {
    var additions: Tape?
    var overlay: Overlay?
    var root = NodeRef(parsed: 0)
  }

  fileprivate init(parsed: Tape) { unsafe tape = parsed }

  /// Creates the storage that a tape is of itself; it must say so as soon as it can.
  init() {}

  final func refer(to parsed: Tape) { unsafe tape = parsed }

  /// The text and the nodes as they were parsed.
  @inline(__always)
  package final var parsed: Tape { unsafe tape.unsafelyUnwrapped }

  /// The nodes and the text of everything that edits brought in.
  @inline(__always)
  final var additions: Tape? { unsafe unchecked.additions }

  /// Which nodes were replaced, and which containers changed; `nil` until the first edit.
  @inline(__always)
  final var overlay: Overlay? { unsafe unchecked.overlay }

  /// The value of the whole document, with which the white space around it is written.
  @inline(__always)
  final var root: NodeRef { unsafe unchecked.root }

  /// Whether edits have brought in so much that most of it must be garbage.
  final var hasOutgrownItsText: Bool {
    guard let additions else { return false }
    return additions.textCount > 2 * parsed.textCount + 1 << 20
      || additions.nodeCount > 2 * parsed.nodeCount + 1 << 16
  }

  /// Takes back all edits but keeps their memory; `false` if somebody else holds a part of the storage.
  func makeReusable() -> Bool { true }
}

/// A parsed tape, and what edits made of it.
///
/// Whoever edits makes sure first that nobody else holds it (``JSON/takeEdits()``); the parsed tape is never copied. For the
/// same reason the runtime need not check that accesses to what edits made do not overlap.
@safe
package final class EditedStorage: Storage, @unchecked Sendable {
  private var tape: Tape
  /// Whether another storage refers to the same tape of additions, which must not grow then.
  private let sharesAdditions = Atomic(false)
  /// What the edits of an earlier document have left for those of the next.
  private var spare: (additions: Tape?, overlay: Overlay?) = (nil, nil)
  /// The storage whose edits these are, while a part of its document is lent out.
  private var lender: EditedStorage?

  /// Creates a storage of a tape without edits.
  private override init(parsed: Tape) {
    tape = parsed
    super.init(parsed: parsed)
  }

  /// Creates the storage that an edit of a shared one works on: O(edits made so far).
  convenience init(copying other: Storage) {
    self.init(parsed: other.parsed)
    guard let other = other as? EditedStorage else { return }
    edited.additions = other.additions
    edited.overlay = other.overlay.map { Overlay(copying: $0) }
    edited.root = other.root
    sharesAdditions.store(true, ordering: .relaxed)
    // The other one may be in use by other threads, all of which would write the same.
    other.sharesAdditions.store(true, ordering: .relaxed)
  }

  /// Creates a storage that shares the edits of another for the time that a part of its document is
  /// lent out: whoever has the part may edit it in place, since nobody looks at the whole meanwhile.
  convenience init(borrowingEditsOf other: EditedStorage) {
    self.init(parsed: other.parsed)
    edited.additions = other.additions
    edited.overlay = other.editedOverlay
    edited.root = other.root
    sharesAdditions.store(other.areAdditionsShared, ordering: .relaxed)
    lender = other
  }

  /// Ends a loan whose borrower nobody else lets go of meanwhile: takes its edits, or a copy of them if somebody has kept it, and
  /// from now on has its own.
  func endLoan(of borrower: consuming EditedStorage) {
    var borrower = borrower
    borrower.lender = nil
    let isKept = !isKnownUniquelyReferenced(&borrower)
    edited.root = borrower.root
    edited.additions = borrower.additions
    edited.overlay = isKept ? borrower.overlay.map { Overlay(copying: $0) } : borrower.overlay
    sharesAdditions.store(isKept || borrower.areAdditionsShared, ordering: .relaxed)
    if isKept { borrower.sharesAdditions.store(true, ordering: .relaxed) }
  }

  // The borrower has exchanged the part that it was lent.
  deinit {
    guard let lender else { return }
    lender.edited.root = root
    lender.edited.additions = additions
    // Not always the same one: a part of the part may have been kept by somebody.
    lender.edited.overlay = overlay
    lender.sharesAdditions.store(areAdditionsShared, ordering: .relaxed)
  }

  private var edited: Edited {
    @inline(__always) _read { yield unsafe unchecked }
    @inline(__always) _modify { yield unsafe &unchecked }
  }

  // MARK: Editing

  /// The overlay of a storage that is being edited.
  var editedOverlay: Overlay {
    if let overlay { return overlay }
    let new = spare.overlay.take() ?? Overlay()
    new.edits.setBounds(for: parsed)
    edited.overlay = new
    return new
  }

  /// Makes another value that of the whole document.
  func setRoot(_ root: NodeRef) { edited.root = root }

  /// Makes the document what was parsed; whoever calls this has made all edits.
  func dropEdits() {
    edited.overlay = nil
    edited.additions = nil
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
    edited.additions = tape
    sharesAdditions.store(false, ordering: .relaxed)
    return tape
  }

  // MARK: Using it again

  override func makeReusable() -> Bool {
    guard lender == nil, isKnownUniquelyReferenced(&tape) else { return false }
    if var used = edited.additions.take(), isKnownUniquelyReferenced(&used) {
      used.truncate(textCount: 0, nodeCount: 0)
      spare.additions = used
    }
    if var used = edited.overlay.take(), isKnownUniquelyReferenced(&used) {
      used.edits.removeAll()
      spare.overlay = used
    }
    edited.root = NodeRef(parsed: 0)
    sharesAdditions.store(false, ordering: .relaxed)
    return true
  }
}

extension JSON {
  /// The edits of this value, which become its own if anybody else may see them.
  ///
  /// - Complexity: O(1) for a value that nobody else holds, otherwise O(edits made before).
  mutating func takeEdits() -> EditedStorage {
    if isKnownUniquelyReferenced(&storage), let own = storage as? EditedStorage { return own }
    let own = EditedStorage(copying: storage)
    storage = own
    return own
  }
}
