/// An operation of the libraries, and how its cost may grow.
struct Cost {
  /// What is done, and of what there is more and more.
  let name: String
  let shape: Shape
  /// The smallest of the three sizes.
  let size: Int
  /// Makes an input of a size, and returns the operation on it.
  let prepare: (Int) throws -> () throws -> Void

  init(
    _ name: String, _ shape: Shape, from size: Int = 64,
    prepare: @escaping (Int) throws -> () throws -> Void
  ) {
    (self.name, self.shape, self.size, self.prepare) = (name, shape, size, prepare)
  }

  var sizes: [Int] { (0..<3).map { (0..<$0).reduce(size) { size, _ in size * Shape.factor } } }

  /// Every public operation whose cost depends on the size of something.
  static var all: [Cost] {
    texts + values + edits + pointers + positions + patches + applying + differences + merging
      + profiles + profileParts
  }
}

/// Takes a result, so that it has to be computed.
@inline(never)
func consume<Value>(_ value: Value) {}

/// Carries out an operation; the instructions from here until it returns are those that are counted.
@inline(never)
func measured(_ work: () throws -> Void) rethrows {
  try work()
}

/// Called when an operation has been carried out, for whoever counts.
@inline(never)
func hasBeenMeasured() {
  consume(())
}
