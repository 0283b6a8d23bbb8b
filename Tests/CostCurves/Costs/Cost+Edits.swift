import JSONPatching

/// Changing values in place.
extension Cost {
  static var edits: [Cost] {
    [
      editing("set a member", .constant) { $0[Inputs.name(1)] = -1 },
      editing("add a member", .constant) { $0["new"] = -1 },
      editing("remove a member", .constant) { $0[Inputs.name(1)] = .none },
      editing("set a value by its pointer", .constant) { $0[Inputs.path(1)] = -1 },
      Cost("set an element", .constant) {
        var json = try Inputs.numbers($0)
        json[0] = -1
        return { json[1] = -2 }
      },
      Cost("set n members", .linear) { count in
        var json = try Inputs.wide(count)
        return { for index in 0..<count { json[Inputs.name(index)] = -1 } }
      },
      Cost("add n members", .linear) { count in
        var json: JSON = [:]
        return { for index in 0..<count { json[Inputs.name(index)] = -1 } }
      },
      Cost("remove n members", .linear) { count in
        var json = try Inputs.wide(count)
        return { for index in 0..<count { json[Inputs.name(index)] = .none } }
      },
      Cost("set n elements", .linear) { count in
        var json = try Inputs.numbers(count)
        return { for index in 0..<count { json[index] = -1 } }
      },
      Cost("remove n elements", .linear) { count in
        var json = try Inputs.numbers(count)
        return { for _ in 0..<count { json[0] = .none } }
      },
      Cost("set a value n levels down", .linear) {
        var json = try Inputs.deep($0)
        let path = Inputs.path(depth: $0)
        return { json[path] = 1 }
      },
      Cost("set and remove values by pointers that throw", .constant) {
        var json = try Inputs.wide($0)
        json[Inputs.name(0)] = -1
        return {
          try json.setValue(-1, at: Inputs.path(1))
          try json.removeValue(at: Inputs.path(1))
        }
      },
      Cost("change a value that is held, after n edits", .linear, from: 512) {
        var json = try Inputs.edited($0)
        let held = json
        return {
          json[Inputs.name(0)] = -1
          consume(held)
        }
      },
    ]
  }

  /// An edit of a wide object in which something has been looked for and changed before.
  private static func editing(
    _ name: String, _ shape: Shape, _ edit: @escaping (inout JSON) -> Void
  ) -> Cost {
    Cost("\(name) of a wide object", shape) {
      var json = try Inputs.wide($0)
      json[Inputs.name(0)] = -1
      return { edit(&json) }
    }
  }
}
