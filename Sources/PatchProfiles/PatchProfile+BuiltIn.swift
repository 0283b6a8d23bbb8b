internal import JSONPatching

extension PatchProfile {
  /// The profiles that come with the library, by area and name.
  public static let builtIn: [PatchProfile] = catalogue.map { $0.profile() }

  /// The day on which the rules of the built-in profiles were compared with their sources.
  public static var builtInDay: String? { SharedParts.launchDarkly.value["asOf"]?.string }

  /// The built-in profiles by name, none of which is read before it is asked for.
  private static let catalogue: [(name: String, profile: @Sendable () -> PatchProfile)] = [
    ("feature-flag", { featureFlag }),
    ("flag-defaults", { flagDefaults }),
    ("flag-link", { flagLink }),
    ("release", { release }),

    ("big-segment-store-integration", { bigSegmentStoreIntegration }),
    ("segment", { segment }),

    ("environment", { environment }),
    ("project", { project }),

    ("metric", { metric }),
    ("metric-group", { metricGroup }),

    ("audit-log-subscription", { auditLogSubscription }),
    ("code-reference-repository", { codeReferenceRepository }),
    ("data-export-destination", { dataExportDestination }),
    ("flag-import-configuration", { flagImportConfiguration }),
    ("integration-configuration", { integrationConfiguration }),
    ("integration-delivery-configuration", { integrationDeliveryConfiguration }),
    ("webhook", { webhook }),

    ("access-token", { accessToken }),
    ("account-member", { accountMember }),
    ("announcement", { announcement }),
    ("custom-role", { customRole }),
    ("oauth-client", { oauthClient }),
    ("relay-proxy-configuration", { relayProxyConfiguration }),

    ("application", { application }),
    ("application-version", { applicationVersion }),
    ("insight-group", { insightGroup }),
    ("insights-deployment", { insightsDeployment }),
  ]

  /// Finds a built-in profile.
  ///
  /// - Parameter name: The exact name of the profile.
  /// - Returns: `nil` when there is none of that name; see ``nearestName(to:)``.
  /// - Complexity: O(*n*) for *n* bytes of the profile's text, which is read when it is first asked for.
  public static func named(_ name: String) -> PatchProfile? {
    catalogue.first { $0.name.utf8.elementsEqual(name.utf8) }?.profile()
  }

  /// The name of the built-in profile that was probably meant.
  ///
  /// - Parameter name: A name that ``named(_:)`` did not find.
  /// - Returns: `nil` when no name is similar.
  /// - Complexity: O(*n*) for *n* bytes of the names.
  public static func nearestName(to name: String) -> String? {
    Spelling.nearest(to: name, among: catalogue.lazy.map(\.name))
  }
}

extension PatchProfile {
  /// Reads a profile that is part of the library.
  ///
  /// - Precondition: The text is a profile; a test reads them all.
  init(builtIn text: String) {
    do {
      try self.init(parsing: Array(text.utf8))
    } catch {
      preconditionFailure("a built-in profile is not readable: \(error)")
    }
  }
}

extension PatchProfile {
  /// The profile of a document that nothing is known about: RFC 6902 alone judges.
  ///
  /// It is not among ``builtIn``, because it does not describe a resource.
  public static let unrestricted = PatchProfile(
    builtIn: #"""
      {
        "formatVersion": 1,
        "name": "json",
        "title": "Any JSON document",
        "path": "",
        "envelope": {"verdict": "accept", "source": "rfc"},
        "sources": {
          "rfc": {
            "reason": "RFC 6902 restricts no path",
            "origin": "https://www.rfc-editor.org/rfc/rfc6902"
          }
        },
        "rules": [],
        "unlisted": {"verdict": "accept", "source": "rfc"}
      }
      """#)
}
