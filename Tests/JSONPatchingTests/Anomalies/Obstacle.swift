import JSONPatching
import TestSupport

/// An operation that cannot be done to a document after some others, each for another reason and after another amount of work,
/// and the limits that it takes.
struct Obstacle: CustomStringConvertible {
  let name: String
  let operation: JSONPatch.Operation
  var limits = JSONPatch.Limits.default

  var description: String { "\(name): \(operation)" }

  /// Obstacles for any document.
  static let everywhere = [
    Obstacle(name: "no such place", operation: .remove("/no such member/x")),
    Obstacle(name: "another value", operation: .test("", "no such document")),
    Obstacle(name: "a copy to nowhere", operation: .copy(from: "", to: "/no such member/x")),
    Obstacle(name: "a move into itself", operation: .move(from: "", to: "/x")),
  ]

  /// Obstacles behind some operations on a document.
  static func all(behind operations: ArraySlice<JSONPatch.Operation>, on document: JSON) throws
    -> [Obstacle]
  {
    let state = try document.applying(JSONPatch(operations))
    return everywhere + [tooDeep(state), moveToNowhere(state)].compactMap(\.self)
      + [try copyTooMany(behind: operations, on: document, place: place(in: state))]
  }

  /// A child that exists is moved to a parent that does not.
  private static func moveToNowhere(_ state: JSON) -> Obstacle? {
    let child = state.array?.isEmpty == false ? "0" : state.object?.first?.name
    return child.map {
      Obstacle(
        name: "a move to nowhere",
        operation: .move(from: JSONPointer(tokens: [$0]), to: "/no such member/x"))
    }
  }

  /// A value nests as deep as a document may, but one level further down.
  private static func tooDeep(_ state: JSON) -> Obstacle? {
    let place = place(in: state)
    return nested(place.isRoot ? 1 : 0).map {
      Obstacle(name: "a level too deep", operation: .add(place, $0))
    }
  }

  /// A value that nests as deep as a document may, and some levels deeper.
  static func nested(_ levels: Int) -> JSON? {
    let depth = JSONPatch.Limits.default.depth + levels
    return try? JSON(
      parsing: String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      options: JSON.ParsingOptions(maximumDepth: depth))
  }

  /// A copy has one byte more than is left of what may be copied.
  private static func copyTooMany(
    behind operations: ArraySlice<JSONPatch.Operation>, on document: JSON, place: JSONPointer
  ) throws -> Obstacle {
    let copy = JSONPatch.Operation.copy(from: "", to: place)
    let patch = JSONPatch(operations + [copy])
    func fits(_ bytes: Int) -> Bool {
      (try? document.applying(patch, limits: JSONPatch.Limits(copiedBytes: bytes))) != nil
    }
    // All that lies below is too little, all from `enough` on is enough.
    var (tooLittle, enough) = (0, 1)
    while !fits(enough) { (tooLittle, enough) = (enough, enough * 2) }
    while enough - tooLittle > 1 {
      let middle = (tooLittle + enough) / 2
      if fits(middle) { enough = middle } else { tooLittle = middle }
    }
    return Obstacle(
      name: "a byte too much to copy", operation: copy,
      limits: JSONPatch.Limits(copiedBytes: tooLittle))
  }

  /// A place in a document that takes a value: the end of a container, or the place of a scalar.
  private static func place(in state: JSON) -> JSONPointer {
    if state.array != nil { return "/-" }
    return state.object != nil ? "/one more member" : .root
  }
}
