import Testing

/// What the comments of public declarations must say.
struct CalloutTests {
  static let libraries = ["JSONTypes", "JSONPatching", "PatchProfiles"]

  @Test(arguments: libraries)
  func `what throws says what it throws`(_ library: String) throws {
    let throwing = try PublicDeclaration.all(in: "Sources/\(library)").filter(\.isThrowing)
    #expect(throwing.count >= 2)
    for declaration in throwing {
      #expect(declaration.documents("Throws"), "\(declaration)")
    }
  }

  @Test(arguments: libraries)
  func `a function says what it costs`(_ library: String) throws {
    let functions = try PublicDeclaration.all(in: "Sources/\(library)")
      .filter { $0.keyword == "func" }
    #expect(functions.count >= 5)
    for function in functions {
      #expect(function.documents("Complexity"), "\(function)")
    }
  }

  /// `Tests/complexity` counts whether they keep to it.
  @Test(arguments: libraries)
  func `what a function or property costs is counted`(_ library: String) throws {
    let costs = try SourceFile.all(in: "Tests/CostCurves/Costs").flatMap(\.lines)
    let declarations = try PublicDeclaration.all(in: "Sources/\(library)")
      .filter { ["func", "var"].contains($0.keyword) && $0.documents("Complexity") }
    #expect(declarations.count >= 5)
    for declaration in declarations {
      let uses = try Regex(declaration.use)
      #expect(costs.contains { $0.contains(uses) }, "\(declaration)")
    }
  }

  @Test(arguments: libraries)
  func `everything public has a comment`(_ library: String) throws {
    for declaration in try PublicDeclaration.all(in: "Sources/\(library)") {
      #expect(!declaration.documentation.isEmpty, "\(declaration)")
    }
  }
}
