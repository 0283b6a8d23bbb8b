import JSONPatching

/// Looking at values, comparing and building them.
extension Cost {
  static var values: [Cost] {
    [
      Cost("get a member of a wide object", .constant) { count in
        let json = try Inputs.wide(count)
        consume(json[Inputs.name(0)])
        return { consume(json[Inputs.name(count / 2)]) }
      },
      Cost("get n members", .linear) { count in
        let json = try Inputs.wide(count)
        return { for index in 0..<count { consume(json[Inputs.name(index)]) } }
      },
      Cost("get n members that are not there", .linear) { count in
        let json = try Inputs.wide(count)
        return { for index in 0..<count { consume(json[Inputs.name(-1 - index)]) } }
      },
      Cost("get an element of a long array", .constant) { count in
        let json = try Inputs.list(count)
        consume(json[0])
        return { consume(json[count / 2]) }
      },
      Cost("get n elements", .linear) { count in
        let json = try Inputs.list(count)
        return { for index in 0..<count { consume(json[index]?["id"]?.int) } }
      },
      Cost("get n elements after n insertions", .linear) { count in
        let json = try Inputs.numbers(count).applying(frontInsertions(count), limits: .unlimited)
        return { for index in 0..<(2 * count) { consume(json[index]) } }
      },
      Cost("count", .constant) {
        let json = try Inputs.list($0)
        return { consume((json.count, json.array?.count)) }
      },
      Cost("go through an array", .linear) {
        let json = try Inputs.list($0)
        return {
          guard let elements = json.array else { return }
          for element in elements { consume(element) }
        }
      },
      Cost("go through an object", .linear) {
        let json = try Inputs.wide($0)
        return {
          guard let members = json.object else { return }
          for member in members { consume(member.value) }
          consume(members.names)
        }
      },
      Cost("go through an edited object", .linear) {
        let json = try Inputs.edited($0)
        return {
          guard let members = json.object else { return }
          for member in members { consume(member.value) }
        }
      },
      Cost("get n members of a collection", .linear) { count in
        let json = try Inputs.wide(count)
        return {
          guard let members = json.object else { return }
          for index in 0..<count { consume(members[Inputs.name(index)]) }
        }
      },
      Cost("find repeated names", .linear) {
        let json = try JSON(
          parsing: "{\((0..<$0).map { "\"\($0 / 2)\":\($0)" }.joined(separator: ","))}")
        return { consume(JSONPatch.validate(Array("[]".utf8), on: json)) }
      },
      Cost("read a string", .linear) {
        let json = try JSON(parsing: "\"\(Inputs.string($0))\\n\"")
        return { consume(json.string) }
      },
      Cost("read a number", .linear) {
        let json = try JSON(parsing: Inputs.digits($0))
        return { consume((json.number, json.int, json.double, json.number?.isInteger)) }
      },
      Cost("compare numbers", .linear) {
        let (first, second) = (
          JSON.Number(Inputs.digits($0)), JSON.Number(Inputs.digits($0) + ".0")
        )
        return {
          consume(first == second)
          consume(first?.hashValue)
          if let first, let second { consume(first < second) }
        }
      },
      Cost("detach", .linear) {
        let json = try Inputs.list($0)
        return { consume(json.detached()) }
      },
      Cost("detach after n edits", .linear) {
        let json = try Inputs.edited($0)
        return { consume(json.detached()) }
      },
      Cost("compare equal lists", .linear) {
        let (first, second) = (try Inputs.list($0), try Inputs.list($0))
        return { consume(first == second) }
      },
      Cost("compare objects in another order", .linearithmic) { count in
        let first = try Inputs.wide(count)
        let members = (0..<count).reversed().map { "\"\(Inputs.name($0))\":\($0)" }
        let second = try JSON(parsing: "{\(members.joined(separator: ","))}")
        return { consume(first == second) }
      },
      Cost("compare at a great depth", .linear) {
        let (first, second) = (try Inputs.deep($0), try Inputs.deep($0, core: "0.0"))
        return { consume(first == second) }
      },
      Cost("hash", .linear) {
        let json = try Inputs.wide($0)
        return { consume(json.hashValue) }
      },
      Cost("build an array", .linear) { count in
        let elements = (0..<count).map { JSON($0) }
        return { consume(JSON(elements)) }
      },
      Cost("build an object", .linear) { count in
        let members = (0..<count).map { (Inputs.name($0), JSON($0)) }
        return { consume(JSON(members: members)) }
      },
      Cost("build a string", .linear) {
        let text = Inputs.string($0)
        return { consume(JSON(text)) }
      },
    ]
  }

  /// Inserts so many elements at the beginning.
  static func frontInsertions(_ count: Int) -> JSONPatch {
    JSONPatch((0..<count).map { .add("/0", JSON($0)) })
  }
}
