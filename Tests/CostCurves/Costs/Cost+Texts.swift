import Foundation
import JSONPatching

/// Reading and writing, by the length of the text.
extension Cost {
  static var texts: [Cost] {
    [
      Cost("parse", .linear) {
        let text = Inputs.listText($0)
        return { consume(try JSON(parsing: text)) }
      },
      Cost("parse indented text", .linear) {
        let text = Inputs.listText($0, indented: true)
        return { consume(try JSON(parsing: text)) }
      },
      Cost("parse a string", .linear) {
        let text = String(decoding: Inputs.listText($0), as: UTF8.self)
        return { consume(try JSON(parsing: text)) }
      },
      Cost("parse a wide object", .linear) {
        let text = Inputs.wideText($0)
        return { consume(try JSON(parsing: text)) }
      },
      Cost("parse, rejecting repeated names", .linear) {
        let text = Inputs.wideText($0)
        return {
          consume(try JSON(parsing: text, options: JSON.ParsingOptions(duplicateMembers: .reject)))
        }
      },
      Cost("parse at a great depth", .linear) { depth in
        { consume(try Inputs.deep(depth)) }
      },
      Cost("refuse a text that breaks off", .linear) {
        let text = Array(Inputs.listText($0).dropLast())
        return { consume(try? JSON(parsing: text)) }
      },
      Cost("refuse a text with bad UTF-8 at its end", .linear) {
        let text = Array(Inputs.listText($0).dropLast()) + [0xFF]
        return { consume(try? JSON(parsing: text)) }
      },
      writing("preserved", .linear, .preserved),
      writing("compact", .linear, .compact),
      writing("pretty", .linear, .pretty()),
      writing("sorted", .linear, .compact.sortingMembers),
      Cost("write a wide object sorted", .linearithmic) {
        let json = try Inputs.wide($0)
        return { consume(json.serialized(as: .compact.sortingMembers)) }
      },
      Cost("write preserved after n edits", .linear) {
        let json = try Inputs.edited($0)
        return { consume(json.serialized()) }
      },
      Cost("write compact after n edits", .linear) {
        let json = try Inputs.edited($0)
        return { consume(json.serialized(as: .compact)) }
      },
      Cost("write pretty after n edits", .linear) {
        let json = try Inputs.edited($0)
        return { consume(json.serialized(as: .pretty())) }
      },
      Cost("write at a great depth", .linear) {
        let json = try Inputs.deep($0)
        return { consume(json.serialized(as: .compact)) }
      },
      Cost("describe", .linear) {
        let json = try Inputs.list($0)
        return { consume((json.description, json.debugDescription)) }
      },
      Cost("encode", .linear, from: 16) {
        let json = try Inputs.list($0)
        return { consume(try JSONEncoder().encode(json)) }
      },
      Cost("decode", .linear, from: 16) {
        let data = Data(Inputs.listText($0))
        return { consume(try JSONDecoder().decode(JSON.self, from: data)) }
      },
    ]
  }

  private static func writing(_ name: String, _ shape: Shape, _ format: JSON.Format) -> Cost {
    Cost("write \(name)", shape) {
      let json = try JSON(parsing: Inputs.listText($0, indented: true))
      return { consume(json.serialized(as: format)) }
    }
  }
}
