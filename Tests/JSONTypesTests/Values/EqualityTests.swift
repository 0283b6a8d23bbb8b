import JSONTypes
import TestSupport
import Testing

/// Equality by RFC 6902 section 4.6, and hashes that agree with it.
@Suite struct EqualityTests {
  @Test(arguments: try FixtureRow.rows(of: "values/equality.json"))
  func `two values are equal or not as the fixture says`(_ row: FixtureRow) throws {
    let first = try JSON(parsing: try row.requiredText("a"))
    let second = try JSON(parsing: try row.requiredText("b"))
    let isEqual = row.json["equal"]?.bool == true
    #expect((first == second) == isEqual)
    #expect((second == first) == isEqual)
    #expect(first == first)
    #expect(second == second)
    if isEqual {
      #expect(first.hashValue == second.hashValue)
      #expect(Set([first, second]).count == 1)
    } else {
      #expect(Set([first, second]).count == 2)
    }
  }

  @Test(arguments: try FixtureRow.rows(of: "values/equality.json"))
  func `it makes no difference where the values are`(_ row: FixtureRow) throws {
    let a = try row.requiredText("a")
    let b = try row.requiredText("b")
    let isEqual = row.json["equal"]?.bool == true
    let both = try JSON(parsing: "{\"x\": [0, \(a)], \"y\": {\"z\": \(b)}}")
    let first = try #require(both["x"]?[1])
    let second = try #require(both["y"]?["z"])
    #expect((first == second) == isEqual)
    #expect((first.detached() == second) == isEqual)
    #expect((first == (try JSON(parsing: b))) == isEqual)
    #expect(((try JSON(parsing: "[\(a)]")) == (try JSON(parsing: "[ \(b) ]"))) == isEqual)
    if isEqual { #expect(first.hashValue == second.hashValue) }
    var edited: JSON = ["v": 0, "w": 1]
    edited["v"] = first
    #expect((edited["v"] == second) == isEqual)
    #expect((edited == ["w": 1, "v": second]) == isEqual)
    if isEqual { #expect(edited["v"]?.hashValue == second.hashValue) }
  }

  @Test func `spelling makes no difference`() {
    let counterexample = Property.counterexample(trials: 500) { generator in
      let model = ModelJSON.random(
        shape: .init(allowsDuplicates: generator.oneIn(3)), using: &generator)
      let respelled = model.respelled(using: &generator)
      let one = try JSON(parsing: model.noisyText(using: &generator))
      let other = try JSON(parsing: respelled.noisyText(using: &generator))
      let isLawful =
        one == other && other == one && one == one && one.hashValue == other.hashValue
      return isLawful ? nil : "\(model)\n\(respelled)"
    }
    #expect(counterexample == nil)
  }

  @Test func `a small change makes a difference where the model sees one`() {
    let counterexample = Property.counterexample(trials: 1000) { generator in
      let model = ModelJSON.random(using: &generator)
      let operations = ModelOperation.randomGoodPatch(for: model, length: 1, using: &generator)
      guard case .success(let changed) = ReferencePatcher.outcome(of: operations, on: model) else {
        return nil
      }
      let one = try JSON(parsing: model.noisyText(using: &generator))
      let other = try JSON(
        parsing: changed.respelled(using: &generator).noisyText(using: &generator))
      guard (one == other) == (model == changed), (other == one) == (model == changed) else {
        return "\(model)\n\(changed)"
      }
      return one == other && one.hashValue != other.hashValue ? "hashes of \(model)" : nil
    }
    #expect(counterexample == nil)
  }

  @Test func `huge exponents cost nothing`() throws {
    let duration = try ContinuousClock().measure {
      let one = try JSON(parsing: "[1e999999999999, 1e-999999999999, 1e99999999999999999999]")
      let other = try JSON(parsing: "[10e999999999998, 0.1e-999999999998, 1e-99999999999999999999]")
      #expect(one[0] == other[0])
      #expect(one[1] == other[1])
      #expect(one[2] != other[2])
      #expect(one[0]?.hashValue == other[0]?.hashValue)
      #expect(one[0]?.int == nil)
      #expect(one[1]?.int == nil)
      #expect(one[0]?.double == .infinity)
      #expect(one[1]?.double == 0)
    }
    #expect(duration < .seconds(2))
  }

  @Test func `numbers of a million digits are compared exactly`() throws {
    let digits = String(repeating: "7", count: 1_000_000)
    let one = try JSON(parsing: digits + "1")
    let other = try JSON(parsing: digits + "2")
    let same = try JSON(parsing: "7." + digits.dropFirst() + "1e1000000")
    #expect(one != other)
    #expect(one == same)
    #expect(one.hashValue == same.hashValue)
  }

  @Test func `objects of many members are compared in any order`() throws {
    var generator = SeededGenerator(seed: 12)
    let members = (0..<3_000).map { "\"n\($0)\": {\"v\": [\($0), \"\($0)\"]}" }
    let one = try JSON(parsing: "{\(members.joined(separator: ","))}")
    let other = try JSON(
      parsing: "{\(members.shuffled(using: &generator).joined(separator: " ,\n"))}")
    #expect(one == other)
    #expect(one.hashValue == other.hashValue)
    var changed = other
    changed["n1234"]?["v"]?[1] = "1235"
    #expect(one != changed)
  }

  @Test func `of many members one may be there twice`() throws {
    let members = (0..<20).map { "\"n\($0)\": \($0)" }.joined(separator: ",")
    let once = try JSON(parsing: "{\(members)}")
    #expect(try JSON(parsing: "{\"n7\": 0, \(members)}") == once)
    #expect(try JSON(parsing: "{\(members), \"n7\": 0}") != once)
    let twice = try JSON(parsing: "{\(members), \"n7\": 7.0}")
    #expect(twice == once)
    #expect(twice.duplicateMemberNames() == ["n7"])
    #expect(once.duplicateMemberNames() == [] && JSON([once]).duplicateMemberNames() == [])
  }

  @Test func `collections of children are compared as their values are`() throws {
    let list = try JSON(parsing: #"[1, {"a": 1.0, "b": 2}]"#)
    let same = try JSON(parsing: #"[1.0, {"b": 2, "a": 1}]"#)
    #expect(list.array == same.array)
    #expect(list.array != (try JSON(parsing: "[1]")).array)
    let (members, others) = (try #require(list[1]?.object), try #require(same[1]?.object))
    #expect(Set(members) == Set(others))
    #expect(Set(members).count == 2)
    #expect(Array(members) != Array(others))
    #expect(Set(members.indices).count == 2)
  }
}
