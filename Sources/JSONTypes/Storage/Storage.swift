/// What a ``JSON`` value refers to: a parsed tape, and what edits made of it.
///
/// Values share a storage freely. Whoever edits makes sure first that nobody else holds it
/// (``JSON/withEditor(_:)``); the parsed tape is never copied.
package final class Storage: @unchecked Sendable {
  package let parsed: Tape
  /// The nodes and the text of everything that edits brought in.
  var additions: Tape?
  /// Which nodes were replaced, and which containers changed; `nil` until the first edit.
  var overlay: Overlay?
  /// The value of the whole document, with which the white space around it is written.
  var root = NodeRef(parsed: 0)
  package init(parsed: Tape) {
    self.parsed = parsed
  }

  /// Whether another storage refers to the same tape of additions, which must not grow then.
  private var sharesAdditions = false

  /// Creates the storage that an edit of a shared one works on: O(edits made so far).
  init(copying other: Storage) {
    parsed = other.parsed
    additions = other.additions
    root = other.root
    overlay = other.overlay.map { Overlay(copying: $0) }
    sharesAdditions = true
    other.sharesAdditions = true
  }

  /// Creates a second reference to the same edits, for the time that a part of the document is lent
  /// out: whoever has the part may edit it in place, since nobody looks at the whole meanwhile.
  init(lending other: Storage) {
    _ = other.uniqueAdditions()
    parsed = other.parsed
    additions = other.additions
    root = other.root
    overlay = other.editedOverlay
  }

  /// The overlay of a storage that is being edited.
  var editedOverlay: Overlay {
    if let overlay { return overlay }
    let new = Overlay(for: parsed)
    overlay = new
    return new
  }

  /// The tape of additions, made or copied first if it must not grow.
  func uniqueAdditions() -> Tape {
    if !sharesAdditions, let additions { return additions }
    let tape = additions.map { Tape(copying: $0) } ?? Tape(textCapacity: 256, nodeCapacity: 32)
    additions = tape
    sharesAdditions = false
    return tape
  }
}

/// The edits of a document, keyed by the nodes that they concern.
///
/// Nodes never change. A container that gained or lost children has an entry in `containers`; a child
/// that was exchanged, or removed from an object, has one in `replacements`. So an edit costs the same
/// however large its document is, nothing above it changes, and a reader that finds no overlay need not
/// look at all.
final class Overlay {
  /// What stands in place of a child of the tape; ``NodeRef/none`` if it was removed.
  var replacements: NodeMap
  /// For an edited container its position in `arrays` or `objects`.
  var containers: NodeMap
  var arrays: [ChildRope]
  var objects: [ObjectEdits]
  /// No container nests deeper than this; it may be more than is so.
  var depthBound: Int
  /// The document has no more bytes of text than this; it may be more than is so.
  var sizeBound: Int

  init(for tape: Tape) {
    depthBound = tape.depth
    sizeBound = tape.textCount
    replacements = NodeMap()
    containers = NodeMap()
    arrays = []
    objects = []
  }

  init(copying other: Overlay) {
    replacements = other.replacements
    containers = other.containers
    arrays = other.arrays
    objects = other.objects
    depthBound = other.depthBound
    sizeBound = other.sizeBound
  }
}
