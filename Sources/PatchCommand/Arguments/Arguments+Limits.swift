import JSONPatching

extension Arguments {
  /// How much a patch may do.
  var limits: JSONPatch.Limits {
    var limits = JSONPatch.Limits.default
    if let depth = number(.maximumDepth) { limits.depth = depth }
    if let operations = number(.maximumOperations) { limits.operations = operations }
    if let bytes = number(.maximumCopiedBytes) { limits.copiedBytes = bytes }
    if let bytes = number(.maximumResultBytes) { limits.resultBytes = bytes }
    return limits
  }

  /// The limits as they were given, to be given again.
  var givenLimits: String {
    Flag.limits.compactMap { flag in self[flag].map { " \(flag.spelling) \($0)" } }.joined()
  }

  /// The value of an option that takes a number.
  private func number(_ flag: Flag) -> Int? { self[flag].flatMap { Int($0) } }
}

extension Flag {
  /// The option that raises the limit of which a message speaks; `nil` if it speaks of none.
  static func raisingLimit(in message: String) -> Flag? {
    let words: [(String, Flag)] = [
      ("levels of depth", maximumDepth), ("nest deeper than the limit", maximumDepth),
      ("operations", maximumOperations), ("copied bytes", maximumCopiedBytes),
      ("result bytes", maximumResultBytes),
    ]
    guard message.contains("the limit of") else { return nil }
    return words.first { message.contains($0.0) }?.1
  }
}

extension JSONPatch.Diagnostic {
  /// The finding with the name of the option that raises the limit, if it is about one.
  var namingOption: JSONPatch.Diagnostic {
    guard code == .limitExceeded || code == .jsonSyntax,
      let flag = Flag.raisingLimit(in: message)
    else { return self }
    var diagnostic = self
    diagnostic.help = "\(flag.spelling) raises the limit, if you trust where this comes from"
    return diagnostic
  }
}
