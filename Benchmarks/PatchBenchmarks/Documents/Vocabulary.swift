/// The words that documents are made of.
enum Vocabulary {
  static let words = """
    checkout search cart banner billing login signup onboarding pricing invoice recommendation \
    cache retry export import webhook audit mobile desktop beta dark theme limit quota fraud \
    shipping refund coupon ranking experiment latency rollout kill switch region tenant
    """.split(separator: " ").map(String.init)

  /// Text in many scripts, with characters of one to four bytes.
  static let international = [
    "Größe der Anzeige", "表示を切り替える", "启用新的结账流程", "Активировать скидку",
    "précédente — à vérifier", "naïve café ☕", "emoji 🚀🔥 launch", "עברית ניסיון",
    "zażółć gęślą jaźń", "한국어 설명",
  ]

  /// Text that cannot be written without escapes, or often is not.
  static let escaped = [
    "line one\nline two", "say \"hello\" \\ path C:\\temp", "tab\tseparated\tvalues",
    "https://docs.example.com/flags/a/b?x=1&y=2", "quote: 'single' \"double\"",
    "bell \u{7} and nul-ish \u{1}",
  ]

  /// Phrases of a social feed, mostly Japanese: three bytes to a character.
  static let phrases = [
    "名前を変更しました", "第一印象はとてもよかったです", "今日の天気は晴れのち曇り", "ありがとうございます！",
    "お前は一生もんのダチ💖", "思い出すと楽しいですね😊", "全力でフォローします", "明日の予定はまだ決まっていません",
    "電車が遅れているそうです", "写真を見てください✨✨", "新しい機能が追加されました", "みんなで一緒に行きましょう！",
    "new release is out", "see you tomorrow", "いいね、ください", "応援よろしくお願いします❤︎",
  ]

  static let givenNames = ["José", "Ana", "Łukasz", "Mei", "Zoë", "Bob"]
  static let familyNames = ["Ñúñez", "Smith", "Kowalski", "李", "O'Neil"]
}

extension Randomness {
  /// A description: some in other scripts, some with escapes, the rest plain words.
  mutating func sentence() -> String {
    let kind = fraction()
    if kind < 0.22 { return pick(Vocabulary.international) + " " + words(3) }
    if kind < 0.40 { return pick(Vocabulary.escaped) + " " + words(2) }
    return words(within(3...9))
  }

  mutating func words(_ count: Int, joinedBy separator: String = " ") -> String {
    sample(count, of: Vocabulary.words).joined(separator: separator)
  }

  /// Milliseconds since 1970, in 2023 to 2025.
  mutating func timestamp() -> Tree {
    .number(1_700_000_000_000 + below(60_000_000_000))
  }

  mutating func phrase(_ range: ClosedRange<Int>) -> String {
    (0..<within(range)).map { _ in pick(Vocabulary.phrases) }.joined(separator: "\n")
  }
}
