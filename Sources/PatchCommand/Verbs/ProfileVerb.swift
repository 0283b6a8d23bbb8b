import JSONPatching
import PatchProfiles

/// `jpatch profile`: shows the rules of the resources.
enum ProfileVerb {
  static func performList(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let profiles = PatchProfile.builtIn
    if arguments.wantsJSON {
      let list = profiles.map(summary)
      return Outcome(.success, output: Report.bytes([("ok", true), ("profiles", JSON(list))]))
    }
    var table = TextTable(["NAME", "STATUS", "REQUEST"])
    var area: String?
    for profile in profiles {
      if let next = profile.area, !(area?.hasSameBytes(as: next) ?? false) {
        table.append(title: next)
        area = next
      }
      table.append([profile.name, status(profile), "\(profile.method) \(profile.path)"])
    }
    let day = profiles.compactMap(\.asOf).max().map { "rules as of \($0); " } ?? ""
    let hint = "'jpatch profile explain <name>' shows where each rule comes from"
    return Outcome(
      .success, text: table.text(context.output, indent: "  ", isCut: true) + "\n\(day)\(hint)\n")
  }

  static func performShow(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome {
    let profile = try arguments.profile(named: arguments.words[0], context)
    let bytes = profile.json.serialized(as: .pretty(indent: 2)).visibleJSON
    return Outcome(.success, output: bytes + [UInt8(ascii: "\n")])
  }

  static func performExplain(_ arguments: Arguments, _ context: Context) throws(Failure) -> Outcome
  {
    let profile = try arguments.profile(named: arguments.words[0], context)
    let text = ProfileText(profile: profile, styling: context.output)
    guard arguments.words.count > 1 else { return Outcome(.success, text: text.overview) }
    let pointer = try arguments.pointer(arguments.words[1])
    return Outcome(.success, text: text.explanation(of: pointer))
  }

  /// What is special about the endpoint.
  private static func status(_ profile: PatchProfile) -> String {
    profile.isBeta ? "beta" : profile.hasDryRun ? "dry run" : "-"
  }

  private static func summary(_ profile: PatchProfile) -> JSON {
    JSON(members: [
      ("name", JSON(profile.name)),
      ("title", JSON(profile.title)),
      ("area", profile.area.map { JSON($0) } ?? .null),
      ("method", JSON(profile.method)),
      ("path", JSON(profile.path)),
      ("beta", JSON(profile.isBeta)),
      ("dryRun", JSON(profile.hasDryRun)),
      ("asOf", profile.asOf.map { JSON($0) } ?? .null),
    ])
  }
}
