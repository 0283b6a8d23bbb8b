import JSONTypes
import TestSupport
import Testing

/// Numbers: exact decimals that keep their text.
@Suite struct NumberTests {
  @Test(arguments: try FixtureRow.rows(of: "values/numbers.json"))
  func `a number is what the fixture says`(_ row: FixtureRow) throws {
    let text = try row.requiredText("text")
    if row.json["invalid"] != nil {
      #expect(JSON.Number(text) == nil)
      return
    }
    let number = try #require(JSON.Number(text))
    #expect(number.text == text)
    #expect(number.description == text)
    #expect(number.isInteger == row.json["isInteger"]?.bool)
    #expect(number.int == row.json["int"]?.int)
    if row.json["overflows"] != nil {
      #expect(number.double.isInfinite)
      #expect((number.double < 0) == text.hasPrefix("-"))
    } else if case .number(let expected)? = row.json["double"] {
      #expect(number.double.bitPattern == Double(expected)?.bitPattern)
    }
    let parsed = try JSON(parsing: text)
    #expect(parsed.number == number)
    #expect(parsed.int == number.int)
    #expect(parsed.double?.bitPattern == number.double.bitPattern)
  }

  @Test func `numbers are ordered by their values`() throws {
    let texts = try #require(
      ModelJSON(parsing: try Fixtures.bytes("values/order.json")).elements?.compactMap(\.text))
    let numbers = try texts.map { try #require(JSON.Number($0)) }
    for (i, first) in numbers.enumerated() {
      for (j, second) in numbers.enumerated() {
        #expect((first < second) == (i < j), "\(first) < \(second)")
        #expect((first == second) == (i == j), "\(first) == \(second)")
      }
    }
    #expect(numbers.shuffled().sorted() == numbers)
  }

  @Test func `equal numbers have equal hashes`() throws {
    let classes = [
      ["1", "1.0", "1e0", "10e-1", "100e-2", "0.1E+1", "1.000", "0.001e3"],
      ["0", "-0", "0.0", "0e99", "-0.000e-5", "0e999999999999"],
      ["1e400", "10e399", "0.1e401", "1000e397"],
      ["-1.5", "-15e-1", "-1.50", "-0.15e1"],
      ["1e999999999999", "10e999999999998", "0.01e1000000000001"],
    ]
    for spellings in classes {
      let numbers = Set(spellings.compactMap { JSON.Number($0) })
      #expect(numbers.count == 1)
      #expect(Set(spellings.compactMap { JSON.Number($0)?.hashValue }).count == 1)
    }
    let first = classes.compactMap { JSON.Number($0[0]) }
    #expect(Set(first).count == classes.count)
  }

  @Test func `integers of every type`() {
    #expect(JSON.Number(Int.min).text == "-9223372036854775808")
    #expect(JSON.Number(UInt64.max).int == nil)
    #expect(JSON.Number(UInt64.max).isInteger)
    #expect(JSON.Number(7 as Int8).int == 7)
    #expect(JSON.Number(0) == JSON.Number("-0.0"))
  }

  @Test func `random numbers are compared as the model does`() {
    let counterexample = Property.counterexample(trials: 2000) { generator in
      func text() -> String {
        let digits = (0...generator.below(4)).map { _ in generator.pick(["0", "1", "9"]) }.joined()
        let sign = generator.oneIn(3) ? "-" : ""
        let point = generator.oneIn(2) ? ".\(generator.pick(["0", "1", "09", "10"]))" : ""
        let exponent = generator.oneIn(2) ? "e\(generator.below(9) - 4)" : ""
        return "\(sign)\(Int(digits) ?? 0)\(point)\(exponent)"
      }
      let (first, second) = (text(), text())
      guard let one = JSON.Number(first), let other = JSON.Number(second) else {
        return "\(first) or \(second) is refused"
      }
      let isEqual = ModelJSON.number(first) == ModelJSON.number(second)
      let isLess = (Double(first) ?? 0) < (Double(second) ?? 0)
      guard (one == other) == isEqual else { return "\(first) == \(second)" }
      guard isEqual || (one < other) == isLess else { return "\(first) < \(second)" }
      return isEqual && one.hashValue != other.hashValue ? "hash of \(first), \(second)" : nil
    }
    #expect(counterexample == nil)
  }
}
