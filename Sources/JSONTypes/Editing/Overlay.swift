/// The edits of a document, where a storage, its editor and its readers find them.
///
/// Safety: the runtime does not check that nobody reads the edits while they change, which would cost more than most
/// edits. It holds because an overlay only changes through an ``Editor``, whose storage is held by nobody else, and no
/// access to it calls out.
@safe
final class Overlay {
  @exclusivity(unchecked) private var unchecked: Edits

  init(for tape: Tape) { unsafe unchecked = Edits(for: tape) }

  init(copying other: Overlay) { unsafe unchecked = other.edits }

  var edits: Edits {
    @inline(__always) _read { yield unsafe unchecked }
    @inline(__always) _modify { yield unsafe &unchecked }
  }
}
