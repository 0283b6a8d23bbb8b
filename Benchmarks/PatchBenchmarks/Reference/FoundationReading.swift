import Foundation
import JSONPatching

/// A document as `JSONSerialization` understands it.
struct FoundationReading {
  private let root: Any

  init(_ text: [UInt8]) throws {
    root = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
  }

  /// Fails unless the value says the same, as far as Foundation can tell.
  func verify(_ value: JSON) throws {
    var pending: [(JSON, Any)] = [(value, root)]
    while let (value, reading) = pending.popLast() {
      switch value.kind {
      case .array:
        guard let elements = value.array, let others = reading as? [Any],
          elements.count == others.count
        else { throw Self.mismatch(value, reading) }
        pending += zip(elements, others)
      case .object:
        // More members than Foundation keeps are repeated names, of which both take the last.
        guard let members = value.object, let others = reading as? [String: Any],
          members.count >= others.count
        else { throw Self.mismatch(value, reading) }
        for (name, other) in others {
          guard let member = members[name] else { throw Self.mismatch(value, reading) }
          pending.append((member, other))
        }
      default:
        guard Self.scalar(value, equals: reading) else { throw Self.mismatch(value, reading) }
      }
    }
  }

  private static func scalar(_ value: JSON, equals reading: Any) -> Bool {
    switch value.kind {
    case .null: reading is NSNull
    case .bool: value.bool == (reading as? Bool)
    case .number: number(value.double, equals: (reading as? NSNumber)?.doubleValue)
    case .string:
      value.string.map { $0.utf8.elementsEqual((reading as? String ?? "").utf8) } ?? false
    default: false
    }
  }

  /// Foundation reads long numbers as decimals, from which it gets a `Double` a little off.
  private static func number(_ value: Double?, equals reading: Double?) -> Bool {
    guard let value, let reading else { return false }
    return abs(value - reading) <= 64 * value.ulp
  }

  private static func mismatch(_ value: JSON, _ reading: Any) -> WrongResult {
    WrongResult(
      "found \(String(value.description.prefix(60))), Foundation reads "
        + String(String(describing: reading).prefix(60)))
  }
}
