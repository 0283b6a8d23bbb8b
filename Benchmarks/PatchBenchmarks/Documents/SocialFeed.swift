/// A search result of a social network: pretty-printed, deep, most text Japanese.
struct SocialFeed {
  private(set) var tree: Tree
  private(set) var count: Int
  private var random = Randomness(seed: 140)

  /// - Parameter count: The number of posts; 100 give about 630 KB with an indent of two.
  init(count: Int) {
    self.count = count
    tree = nil
    let posts = (0..<count).map { _ in makePost(mayRepeat: true) }
    tree = [
      "statuses": .array(posts),
      "search_metadata": [
        "completed_in": .number(0.087), "max_id": .number(505_874_924_095_815_681),
        "max_id_str": "505874924095815681",
        "next_results": "?max_id=505874847260352512&q=%E4%B8%80",
        "query": "%E4%B8%80", "refresh_url": "?since_id=505874924095815681&q=%E4%B8%80",
        "count": .number(count), "since_id": 0, "since_id_str": "0",
      ],
    ]
  }

  /// Four operations at the four corners of the document.
  func patch() -> Tree {
    let repeats = tree["statuses"]?.elements[0]["retweet_count"] ?? nil
    return [
      ["op": "replace", "path": .string("/statuses/\(count / 2)/text"), "value": "hello"],
      ["op": "add", "path": "/search_metadata/extra", "value": ["a": [1, 2, 3]]],
      ["op": "remove", "path": .string("/statuses/\(count / 10)/user")],
      ["op": "test", "path": "/statuses/0/retweet_count", "value": repeats],
    ]
  }
}

// MARK: - Parts

extension SocialFeed {
  private mutating func makePost(mayRepeat: Bool) -> Tree {
    let identifier = 505_000_000_000_000_000 + random.below(900_000_000_000_000)
    let author = random.below(2_000_000_000)
    var post: [(String, Tree)] = [
      ("metadata", ["result_type": "recent", "iso_language_code": "ja"]),
      ("created_at", .string(makeDate())),
      ("id", .number(identifier)),
      ("id_str", .string(String(identifier))),
      ("text", .string("@\(random.words(1)) " + random.phrase(1...6))),
      (
        "source",
        "<a href=\"http://example.com/download/phone\" rel=\"nofollow\">Example for Phone</a>"
      ),
      ("truncated", false),
      ("in_reply_to_status_id", nil),
      ("in_reply_to_user_id", .number(author)),
      ("in_reply_to_user_id_str", .string(String(author))),
      ("user", makeUser()),
      ("geo", nil),
      ("coordinates", nil),
      ("place", nil),
      ("contributors", nil),
    ]
    if mayRepeat && random.chance(0.7) {
      post.append(("retweeted_status", makePost(mayRepeat: false)))
    }
    post += [
      ("retweet_count", .number(random.chance(0.6) ? 0 : random.below(500))),
      ("favorite_count", .number(random.below(50))),
      ("entities", makeEntities()),
      ("favorited", false),
      ("retweeted", false),
      ("lang", "ja"),
    ]
    return .object(post)
  }

  private mutating func makeDate() -> String {
    let time = [23, 59, 59].map { limit in
      String(100 + random.below(limit + 1)).dropFirst()
    }
    return "Sun Aug 31 \(time.joined(separator: ":")) +0000 2014"
  }

  private mutating func makeUser() -> Tree {
    let identifier = random.below(2_000_000_000)
    let image = "http://images.example.com/profile/\(identifier)/" + random.hexadecimal(8)
    return [
      "id": .number(identifier),
      "id_str": .string(String(identifier)),
      "name": .string(random.pick(Vocabulary.international)),
      "screen_name": .string(random.words(2, joinedBy: "_")),
      "location": .string(random.chance(0.3) ? random.phrase(1...1) : ""),
      "description": .string(random.phrase(1...5)),
      "url": nil,
      "entities": ["description": ["urls": []]],
      "protected": false,
      "followers_count": .number(random.below(5000)),
      "friends_count": .number(random.below(2000)),
      "listed_count": .number(random.below(20)),
      "created_at": .string(makeDate()),
      "favourites_count": .number(random.below(3000)),
      "utc_offset": random.chance(0.5) ? nil : 32_400,
      "time_zone": random.chance(0.5) ? nil : "Tokyo",
      "geo_enabled": .bool(random.chance(0.3)),
      "verified": false,
      "statuses_count": .number(random.below(90_000)),
      "lang": .string(random.pick(["ja", "en"])),
      "contributors_enabled": false,
      "is_translator": false,
      "profile_background_color": .string(random.hexadecimal(6)),
      "profile_background_image_url": "http://images.example.com/themes/theme1/bg.png",
      "profile_background_image_url_https": "https://images.example.com/themes/theme1/bg.png",
      "profile_background_tile": false,
      "profile_image_url": .string(image + "_normal.jpeg"),
      "profile_image_url_https": .string(image + "_normal.jpeg"),
      "profile_banner_url": .string(image),
      "profile_link_color": .string(random.hexadecimal(6)),
      "profile_sidebar_border_color": .string(random.hexadecimal(6)),
      "profile_sidebar_fill_color": .string(random.hexadecimal(6)),
      "profile_text_color": "333333",
      "profile_use_background_image": true,
      "default_profile": .bool(random.chance(0.5)),
      "default_profile_image": false,
      "following": false,
      "follow_request_sent": false,
      "notifications": false,
    ]
  }

  private mutating func makeEntities() -> Tree {
    [
      "hashtags": [],
      "symbols": [],
      "urls": .array(
        (0..<random.below(2)).map { _ in
          let target = "http://t.example.com/" + random.hexadecimal(10)
          return [
            "url": .string(target), "expanded_url": .string(target + "/index.html"),
            "display_url": .string(random.words(1) + ".example.com/…"), "indices": [33, 55],
          ]
        }),
      "user_mentions": .array(
        (0..<random.within(0...3)).map { _ in
          let identifier = random.below(2_000_000_000)
          return [
            "screen_name": .string(random.words(2, joinedBy: "_")),
            "name": .string(random.pick(Vocabulary.phrases)),
            "id": .number(identifier),
            "id_str": .string(String(identifier)),
            "indices": [0, .number(random.within(5...20))],
          ]
        }),
    ]
  }
}
