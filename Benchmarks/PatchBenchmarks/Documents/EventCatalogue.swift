/// A ticket office's catalogue: numbers for names, the same few member names again and again,
/// much white space (an indent of four).
struct EventCatalogue {
  private(set) var tree: Tree
  private var random = Randomness(seed: 1727)

  /// - Parameter count: The number of events; 184 give about 1.7 MB with an indent of four.
  init(count: Int) {
    tree = nil
    let areas = (0..<17).map { _ in identifier() }
    let events = (0..<count).map { _ in identifier() }
    tree = [
      "areaNames": .object(areas.map { ("\($0)", .string(random.pick(Vocabulary.international))) }),
      "audienceSubCategoryNames": ["337100890": "Abonné"],
      "blockNames": [:],
      "events": .object(events.map { ("\($0)", makeEvent($0)) }),
      "performances": .array(
        (0..<count * 4 / 3).map { _ in
          makePerformance(event: random.pick(events), areas: areas)
        }),
      "seatCategoryNames": .object(
        (0..<60).map { _ in ("\(identifier())", .string("\(random.below(9) + 1)ère catégorie")) }),
      "subTopicNames": .object((0..<19).map { _ in ("\(identifier())", "Musique baroque") }),
      "subjectNames": [:],
      "venueNames": ["PLEYEL_PLEYEL": "Salle Pleyel"],
    ]
  }

  private mutating func identifier() -> Int {
    random.within(107_888_604...342_752_792)
  }

  private mutating func makeEvent(_ identifier: Int) -> Tree {
    [
      "description": nil,
      "id": .number(identifier),
      "logo": random.chance(0.5) ? nil : .string("/images/" + random.hexadecimal(20).uppercased()),
      "name": .string(random.words(3) + " / " + random.pick(Vocabulary.international)),
      "subTopicIds": .array((0..<random.within(1...4)).map { _ in .number(self.identifier()) }),
      "subjectCode": nil,
      "subtitle": nil,
      "topicIds": .array((0..<random.within(1...3)).map { _ in .number(self.identifier()) }),
    ]
  }

  private mutating func makePerformance(event: Int, areas: [Int]) -> Tree {
    let categories = (0..<random.within(2...7)).map { _ in identifier() }
    return [
      "eventId": .number(event),
      "id": .number(identifier()),
      "logo": nil,
      "name": nil,
      "prices": .array(
        categories.map { category in
          [
            "amount": .number(random.within(10...120) * 1000),
            "audienceSubCategoryId": 337_100_890,
            "seatCategoryId": .number(category),
          ]
        }),
      "seatCategories": .array(
        categories.map { category in
          [
            "areas": .array(
              random.sample(random.within(1...14), of: areas).map { area in
                ["areaId": .number(area), "blockIds": []]
              }),
            "seatCategoryId": .number(category),
          ]
        }),
      "seatMapImage": nil,
      "start": random.timestamp(),
      "venueCode": "PLEYEL_PLEYEL",
    ]
  }
}
