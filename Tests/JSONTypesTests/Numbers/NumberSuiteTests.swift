import JSONTypes
import TestSupport
import Testing

/// Third-party tables of decimals and the binary64 numbers that are nearest to them.
@Suite(.enabled(if: ThirdParty.hasSuites, "JPATCH_SUITES names no folder"))
struct NumberSuiteTests {
  @Test(arguments: ThirdParty.suiteFiles(in: "numbers", withExtension: "tsv"))
  func `every decimal is converted to the nearest double`(_ file: String) throws {
    let table = String(decoding: try Files.bytes(at: file), as: UTF8.self)
    var count = 0
    for line in table.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t")
      let bits = try #require(UInt64(fields[0], radix: 16))
      let text = String(fields[1])
      let value = try JSON(parsing: text)
      #expect(value.double?.bitPattern == bits, "\(text)")
      #expect(JSON.Number(text)?.double.bitPattern == bits, "\(text)")
      count += 1
    }
    #expect(count >= 60)
  }

  @Test func `all three tables are there`() {
    #expect(ThirdParty.suiteFiles(in: "numbers", withExtension: "tsv").count == 3)
  }

  @Test(arguments: ThirdParty.suiteFiles(in: "numbers", withExtension: "tsv"))
  func `equal decimals convert to one double, and the order is kept`(_ file: String) throws {
    let table = String(decoding: try Files.bytes(at: file), as: UTF8.self)
    let texts = table.split(whereSeparator: \.isNewline).map { $0.split(separator: "\t")[1] }
    let numbers = texts.compactMap { JSON.Number(String($0)) }.sorted()
    #expect(numbers.count == texts.count)
    for (first, second) in zip(numbers, numbers.dropFirst()) {
      #expect(first.double <= second.double, "\(first), \(second)")
      if first == second { #expect(first.double == second.double) }
    }
  }
}
