import JSONPatching
import JSONTypes
import TestSupport
import Testing

/// Differences of random documents, with the reference patcher as the referee.
@Suite struct DifferencePropertyTests {
  /// `Tests/differences` runs this one with many pairs.
  @Test func `applying a difference gives the new document under every combination of options`() {
    let counterexample = Property.counterexample(trials: 4 * DifferenceTrial.count) { generator in
      try DifferenceTrial(using: &generator).disagreement(
        under: JSONPatch.DifferenceOptions.combinations)
    }
    #expect(counterexample == nil)
  }

  @Test func `documents with members of the same name`() {
    let shape = ModelJSON.Shape(depth: 3, width: 6, allowsDuplicates: true)
    let counterexample = Property.counterexample(trials: DifferenceTrial.count) { generator in
      let trial = DifferenceTrial(shape: shape, using: &generator)
      let old = try JSON(parsing: trial.oldText)
      let patch = try JSON(parsing: trial.newText).difference(from: old)
      return try trial.disagreement(with: patch)
    }
    #expect(counterexample == nil)
  }

  @Test func `wide arrays and objects`() {
    let shape = ModelJSON.Shape(depth: 2, width: 250)
    let options = JSONPatch.DifferenceOptions.combinations
    let counterexample = Property.counterexample(trials: DifferenceTrial.count / 8) { generator in
      let trial = DifferenceTrial(shape: shape, using: &generator)
      let old = try JSON(parsing: trial.oldText)
      let patch = try JSON(parsing: trial.newText).difference(
        from: old, options: generator.pick(options))
      return try trial.disagreement(with: patch)
    }
    #expect(counterexample == nil)
  }

  @Test func `documents of every origin`() {
    let options = JSONPatch.DifferenceOptions.combinations
    let counterexample = Property.counterexample(trials: 4 * DifferenceTrial.count) { generator in
      let trial = DifferenceTrial(using: &generator)
      return try DocumentOrigin.sampledObjection(on: trial.old, using: &generator) {
        old, generator in
        try DocumentOrigin.sampledObjection(on: trial.new, using: &generator) { new, generator in
          let patch = new.difference(from: old, options: generator.pick(options))
          if let disagreement = try trial.disagreement(with: patch) { return disagreement }
          try old.apply(patch)
          return old == new ? nil : "\(trial)\npatch \(patch)\nmakes \(old) in place"
        }
      }
    }
    #expect(counterexample == nil)
  }

  @Test func `equal documents have no difference, however they are written`() {
    let counterexample = Property.counterexample(trials: DifferenceTrial.count) { generator in
      let model = ModelJSON.random(using: &generator)
      let other = model.respelled(using: &generator)
      let old = try JSON(parsing: model.noisyText(using: &generator))
      let new = try JSON(parsing: other.noisyText(using: &generator))
      let patch = new.difference(from: old)
      return patch.isEmpty ? nil : "\(model)\n\(other)\n\(patch)"
    }
    #expect(counterexample == nil)
  }

  @Test func `ignored members stay as they are`() {
    let names = ["a", "b", "c"]
    let counterexample = Property.counterexample(trials: DifferenceTrial.count) { generator in
      let trial = DifferenceTrial(using: &generator)
      let pattern = JSONPointer.Pattern(
        JSONPointer(
          tokens: generator.oneIn(2) ? [generator.pick(names)] : ["*", generator.pick(names)]))
      let options = JSONPatch.DifferenceOptions(ignoring: [pattern])
      let old = try JSON(parsing: trial.oldText)
      let patch = try JSON(parsing: trial.newText).difference(from: old, options: options)
      for operation in patch where pattern.matches(operation.path) {
        return "\(trial)\n\(operation) in spite of \(pattern)"
      }
      let result = try old.applying(patch)
      let rest = try JSON(parsing: trial.newText).difference(from: result, options: options)
      return rest.isEmpty ? nil : "\(trial)\nwithout \(pattern)\n\(patch)\nleaves \(rest)"
    }
    #expect(counterexample == nil)
  }

  /// The text of a patch and its nodes are written at once: the nodes have to be those of the text.
  @Test func `a difference is what its text is parsed to`() {
    let options = JSONPatch.DifferenceOptions.combinations
    let counterexample = Property.counterexample(trials: DifferenceTrial.count) { generator in
      let trial = DifferenceTrial(using: &generator)
      let source = try JSON(parsing: trial.newText).difference(
        from: try JSON(parsing: trial.oldText), options: generator.pick(options)
      ).source
      let parsed = try JSON(parsing: source.serialized())
      guard source.ref == parsed.ref else { return "the root of \(source) is another node" }
      let (written, scanned) = (Tree(source.storage), Tree(parsed.storage))
      guard written.depthBound >= scanned.height(of: parsed.ref) else {
        return "\(source) is deeper than \(written.depthBound)"
      }
      for distance in 0..<scanned[parsed.ref].span {
        let (node, other) = (
          written[source.ref.advanced(by: distance)], scanned[parsed.ref.advanced(by: distance)]
        )
        let isSame =
          node.offset == other.offset && node.length == other.length && node.span == other.span
          && node.count == other.count && node.kind == other.kind
          && node.flags.rawValue == other.flags.rawValue
        guard isSame else { return "node \(distance) of \(source) is \(node) and not \(other)" }
      }
      return nil
    }
    #expect(counterexample == nil)
  }

  @Test func `a difference is never larger than the document that it makes`() {
    let counterexample = Property.counterexample(trials: DifferenceTrial.count) { generator in
      let trial = DifferenceTrial(using: &generator)
      let new = try JSON(parsing: trial.newText)
      let patch = new.difference(from: try JSON(parsing: trial.oldText))
      let whole: JSONPatch = [.replace("", new)]
      let isSmall =
        patch.json.serialized(as: .compact).count <= whole.json.serialized(as: .compact).count
      return isSmall ? nil : "\(trial)\n\(patch)"
    }
    #expect(counterexample == nil)
  }
}
