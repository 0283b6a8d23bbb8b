import JSONTypes
import TestSupport

/// Subscripts one after the other, as in `json["a"]?[1]?["/b/c" as JSONPointer]`, which may lead nowhere.
struct SubscriptChain: CustomStringConvertible {
  /// One subscript.
  enum Step {
    case name(String)
    case index(Int)
    case pointer(ModelPointer)
  }

  private var steps: [Step] = []

  /// Makes a chain that leads somewhere in a value, or somewhere beside it.
  init(in model: ModelJSON, using generator: inout SeededGenerator) {
    let place = generator.pick(model.places())
    var tokens = place.pointer.tokens[...]
    while !tokens.isEmpty {
      let taken = generator.below(min(tokens.count, 3) + 1)
      if taken > 0 {
        steps.append(.pointer(ModelPointer(tokens: Array(tokens.prefix(taken)))))
        tokens = tokens.dropFirst(taken)
      } else {
        let token = String(decoding: tokens.removeFirst(), as: UTF8.self)
        steps.append(Int(token).map { .index($0) } ?? .name(token))
      }
    }
    for _ in 0...generator.below(2) where steps.isEmpty || generator.oneIn(2) {
      steps.append(Step.random(for: place.value, using: &generator))
    }
  }

  var description: String { steps.map { "\($0)" }.joined(separator: " then ") }

  // MARK: The engine

  func value(in json: JSON) -> JSON? {
    var value: JSON? = json
    for step in steps {
      switch step {
      case .name(let name): value = value?[name]
      case .index(let index): value = value?[index]
      case .pointer(let pointer): value = value?[JSONPointer(pointer)]
      }
    }
    return value
  }

  /// Assigns at the end of the chain.
  func assign(_ value: JSON?, in json: inout JSON) {
    json.change(steps[...]) { $0[$1] = value }
  }

  /// Borrows what is at the end of the chain, keeps it, and puts something else there.
  func exchange(_ value: JSON?, in json: inout JSON, keeping kept: inout JSON?) {
    json.change(steps[...]) { container, step in
      func exchange(_ part: inout JSON?) {
        kept = part
        part = value
      }
      exchange(&container[step])
    }
  }

  // MARK: The model

  func value(in model: ModelJSON) -> ModelJSON? {
    steps.reduce(Optional(model)) { $1.tokens(in: $0).flatMap { $0.value(at: $1) } }
  }

  /// Does what an assignment at the end of the chain should do: something, or nothing where there is no place.
  func assign(_ value: ModelJSON?, in model: inout ModelJSON) {
    var pointer: [[UInt8]] = []
    var part = model
    for (position, step) in steps.enumerated() {
      guard let tokens = step.tokens(in: part)?.1 else { return }
      pointer += tokens
      if position == steps.count - 1 {
        // What was borrowed as a whole cannot remove itself.
        if tokens.isEmpty, value == nil { return }
        break
      }
      guard let next = part.value(at: tokens) else { return }
      part = next
    }
    let isThere = model.value(at: pointer) != nil
    let path = ModelPointer(tokens: pointer)
    var patcher = ReferencePatcher(model)
    let operation: ModelOperation
    switch (value, isThere) {
    case (let value?, true): operation = ModelOperation(.replace(value), path)
    case (let value?, false): operation = ModelOperation(.add(value), path)
    case (nil, true): operation = ModelOperation(.remove, path)
    case (nil, false): return
    }
    try? patcher.perform(operation)
    model = patcher.document
  }
}

extension SubscriptChain.Step {
  fileprivate static func random(
    for value: ModelJSON, using generator: inout SeededGenerator
  ) -> SubscriptChain.Step {
    let count = value.elements?.count ?? 0
    switch generator.below(6) {
    case 0: return .index(generator.pick([-1, count + 1, .max, .min, 7]))
    case 1, 2: return .index(count)
    case 3:
      return .name(String(decoding: ModelJSON.randomName(using: &generator), as: UTF8.self))
    case 4: return .pointer(ModelPointer(tokens: [Array("-".utf8)].filter { _ in count > 0 }))
    default:
      return .pointer(
        ModelPointer(
          tokens: (0..<generator.below(3)).map { _ in ModelJSON.randomName(using: &generator) }))
    }
  }

  /// The tokens that a step stands for in a value; `nil` if the value is of another kind than the step is for.
  fileprivate func tokens(in value: ModelJSON?) -> (ModelJSON, [[UInt8]])? {
    guard let value else { return nil }
    switch self {
    case .name(let name): return value.members == nil ? nil : (value, [Array(name.utf8)])
    case .index(let index): return value.elements == nil ? nil : (value, [Array("\(index)".utf8)])
    case .pointer(let pointer): return (value, pointer.tokens)
    }
  }
}

extension ModelJSON {
  fileprivate func value(at tokens: [[UInt8]]) -> ModelJSON? {
    places().first { $0.pointer.tokens == tokens }?.value
  }
}

extension JSON {
  /// Follows all steps but the last and does something with the container there.
  fileprivate mutating func change(
    _ steps: ArraySlice<SubscriptChain.Step>,
    _ body: (inout JSON, SubscriptChain.Step) -> Void
  ) {
    guard let step = steps.first else { return }
    if steps.count == 1 {
      body(&self, step)
    } else {
      self[step]?.change(steps.dropFirst(), body)
    }
  }

  fileprivate subscript(step: SubscriptChain.Step) -> JSON? {
    get {
      switch step {
      case .name(let name): self[name]
      case .index(let index): self[index]
      case .pointer(let pointer): self[JSONPointer(pointer)]
      }
    }
    _modify {
      switch step {
      case .name(let name): yield &self[name]
      case .index(let index): yield &self[index]
      case .pointer(let pointer): yield &self[JSONPointer(pointer)]
      }
    }
  }
}
