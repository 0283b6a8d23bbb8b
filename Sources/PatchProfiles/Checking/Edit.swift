internal import JSONPatching

/// What an edit puts in place.
enum Replacement {
  /// A removal, or a value that is missing from a malformed operation.
  case nothing
  /// A value that the patch itself carries.
  case written(JSON)
  /// A value that is taken from elsewhere in the document.
  case taken(JSON)
  /// A value that is taken from a document that is not at hand, with the type that the profile
  /// gives to its place.
  case unknown(PatchProfile.ValueType)

  /// The value, when it is known.
  var value: JSON? {
    switch self {
    case .nothing, .unknown: nil
    case .written(let value), .taken(let value): value
    }
  }
}

/// One edit of one path: what an operation does, or one half of a `move`.
struct Edit {
  let kind: JSONPatch.Operation.Kind
  /// The path as the patch has it.
  let pointer: JSONPointer
  /// The place that the path names, with the index that a `-` stands for where it is known.
  let location: Location
  let replacement: Replacement
  let place: Finding.Place
  /// What a `move` has taken away before it adds.
  let vacated: JSONPointer?

  var tokens: [String] { location.tokens }
}

extension Examination {
  /// Makes an edit of a path, resolved in the document as it is now.
  func edit(
    _ kind: JSONPatch.Operation.Kind, at pointer: JSONPointer, place: Finding.Place = .path,
    _ replacement: Replacement = .nothing, vacated: JSONPointer? = nil
  ) -> Edit {
    Edit(
      kind: kind, pointer: pointer,
      location: kind == .add
        ? resolved(pointer.tokens, vacated: vacated) : Location(pointer.tokens),
      replacement: replacement, place: place, vacated: vacated)
  }

  /// The place of an addition: the end of an array is known by its index as well as by `-`.
  private func resolved(_ tokens: [String], vacated: JSONPointer?) -> Location {
    guard let last = tokens.last,
      let count = elements(at: Location(tokens.dropLast()), vacated: vacated)
    else { return Location(tokens) }
    let index = String(count)
    guard last.isDash || last.utf8.elementsEqual(index.utf8) else { return Location(tokens) }
    return Location(tokens.dropLast() + [index], end: tokens.count - 1)
  }

  /// The number of elements of an array; `nil` for other values and without a document.
  func elements(at location: Location, vacated: JSONPointer? = nil) -> Int? {
    guard let value = value(at: location, vacated: vacated), value.kind == .array else {
      return nil
    }
    let isOneLess = vacated?.parent == location.pointer
    return value.count - (isOneLess ? 1 : 0)
  }

  /// The value at a place of the document, between the halves of a `move` if something has been
  /// taken away.
  func value(at location: Location, vacated: JSONPointer? = nil) -> JSON? {
    guard let document = trial?.document else { return nil }
    guard let vacated else { return document[location.pointer] }
    let gone = vacated.tokens
    var tokens = location.tokens
    let depth = gone.count - 1
    guard depth >= 0, tokens.count > depth, vacated.parent == JSONPointer(tokens: tokens[..<depth])
    else { return document[location.pointer] }
    if vacated.parent.flatMap({ document[$0]?.kind }) == .array {
      guard let index = Int(tokens[depth]), let limit = Int(gone[depth]) else { return nil }
      if index >= limit { tokens[depth] = String(index + 1) }
    } else if tokens[depth].utf8.elementsEqual(gone[depth].utf8) {
      return nil
    }
    return document[JSONPointer(tokens: tokens)]
  }
}
