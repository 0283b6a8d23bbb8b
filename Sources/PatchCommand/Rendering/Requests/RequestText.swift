import JSONPatching
import PatchProfiles

/// A request as text that can be sent by other tools.
struct RequestText: Sendable {
  /// The request.
  let request: PatchRequest
  /// Its body.
  let body: RequestBody

  private static let delimiter = "JPATCH_BODY"

  /// A command line of `curl`, with a line break at its end.
  var curl: String {
    var lines = ["curl --request \(request.method)", "--url \(request.url.shellQuoted)"]
    if let variable = request.tokenVariable {
      lines.append("--header \"Authorization: ${\(variable):?set \(variable)}\"")
    }
    lines += request.headers.map { "--header \("\($0.name): \($0.value)".shellQuoted)" }
    lines.append("--fail-with-body")
    let text = String(decoding: body.bytes, as: UTF8.self)
    var (head, tail) = ("", "")
    switch body.delivery {
    case .inline:
      // --data would read a file where the body begins with @.
      lines.append("--data-raw \(text.shellQuoted)")
    case .standardInput:
      // --data leaves out line breaks, of which the body has none but the one that ends its line here.
      lines.append("--data @- <<'\(Self.delimiter)'")
      tail = "\(text)\n\(Self.delimiter)\n"
    case .file(let name):
      lines.append("--data-binary \(("@" + name).shellQuoted)")
    case .command(let command):
      lines.append("--data-binary @-")
      head = "\(command) |\n"
    }
    return head + lines.joined(separator: " \\\n  ") + "\n" + tail
  }

  /// The text of the request by RFC 9112, whose lines end in CR and LF.
  var http: String {
    let (host, folder) = server
    var lines = ["\(request.method) \(folder)\(request.target) HTTP/1.1", "Host: \(host)"]
    if let variable = request.tokenVariable { lines.append("Authorization: $\(variable)") }
    lines += request.headers.map { "\($0.name): \($0.value)" }
    // Without its secrets the body has another length.
    let shown = body.hidesSecrets ? body.redacted.serialized(as: .compact).visibleJSON : body.bytes
    if !body.hidesSecrets { lines.append("Content-Length: \(shown.count)") }
    let head = lines.map { $0 + "\r\n" }.joined()
    return head + "\r\n" + String(decoding: shown, as: UTF8.self)
  }

  /// The host, and the path on it under which the API is.
  private var server: (host: Substring, folder: Substring) {
    let parts = request.base.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let address = parts.last ?? ""
    let end = address.firstIndex(of: "/") ?? address.endIndex
    return (address[..<end], address[end...])
  }
}

/// The command line of LaunchDarkly's own tool.
extension RequestText {
  /// A command line of `ldcli`, with a line break at its end.
  ///
  /// The tool takes the token from the same variable, and the header of beta resources by itself.
  func ldcli(calling command: String) -> String {
    var lines = ["ldcli \(command)"]
    lines += request.parameters.map { "--\(Self.option($0.name)) \($0.value.shellQuoted)" }
    if request.target.hasSuffix("?dryRun=true") { lines.append("--dry-run") }
    if !request.base.hasSameBytes(as: Self.defaultBase) {
      lines.append("--base-uri \(request.base.shellQuoted)")
    }
    let data =
      switch body.delivery {
      case .file(let name): "\"$(cat \(name.shellWord))\""
      case .command(let command): "\"$(\(command))\""
      case .inline, .standardInput: String(decoding: body.bytes, as: UTF8.self).shellQuoted
      }
    return (lines + ["--data \(data)"]).joined(separator: " \\\n  ") + "\n"
  }

  private static let defaultBase = "https://app.launchdarkly.com"

  /// The option for a parameter: `featureFlagKey` is `--flag`.
  private static func option(_ parameter: String) -> String {
    var words: [String] = []
    var isUpper = true
    for character in parameter {
      if character.isUppercase, !isUpper { words.append("") }
      isUpper = character.isUppercase
      if words.isEmpty { words.append("") }
      words[words.count - 1] += character.lowercased()
    }
    if words.count > 1, words.last == "key" { words.removeLast() }
    let name = words.joined(separator: "-")
    return name == "feature-flag" ? "flag" : name
  }
}
