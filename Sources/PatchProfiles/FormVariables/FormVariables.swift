public import JSONPatching

extension PatchProfile {
  /// The configuration variables of a resource, which depend on its integration.
  ///
  /// The members of the object at ``path`` are the form variables that the integration's manifest
  /// declares.
  public struct FormVariables: Sendable, Hashable {
    /// Where the configuration is: `/config`.
    public let path: JSONPointer
    /// Where the document names its integration: `/integrationKey`.
    public let integrationPath: JSONPointer
    /// Where the manifests come from.
    public let source: Source
    /// Where the variables are in a `manifest.json`: `/formVariables`.
    public let manifestPath: JSONPointer
    /// The known integrations, in the order of the file.
    public internal(set) var integrations: [Integration]

    /// The integration of that key; `nil` when its manifest is not known.
    ///
    /// - Parameter key: The key that a document has, if it has one.
    /// - Returns: The first integration of that key, or for any key (``Integration/anyKey``).
    /// - Complexity: O(*n*) for *n* integrations.
    public func integration(_ key: String?) -> Integration? {
      integrations.first { integration in
        integration.isAny || key.map { $0.utf8.elementsEqual(integration.key.utf8) } ?? false
      }
    }

    /// The form variables of one integration.
    public struct Integration: Sendable, Hashable {
      /// The key of an integration that stands for all: `*`.
      public static let anyKey = "*"

      /// The key of the integration: `split`.
      public let key: String
      /// Its variables, in the order of the manifest.
      public let variables: [FormVariable]

      /// Whether the integration stands for all.
      var isAny: Bool { key.utf8.elementsEqual(Self.anyKey.utf8) }

      /// The variable of that key.
      ///
      /// - Complexity: O(*n*) for *n* variables.
      public func variable(_ key: String) -> FormVariable? {
        variables.first { $0.key.utf8.elementsEqual(key.utf8) }
      }
    }
  }

  /// One variable of an integration's configuration, as a `manifest.json` declares it.
  public struct FormVariable: Sendable, Hashable {
    /// The kinds of form variables.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// A kind, by its name in a manifest.
      case string, boolean, uri, `enum`, oauth, dynamicEnum, generated, environmentSelector
      /// A kind, by its name in a manifest.
      case multiselect, publicKey
    }

    /// The member name in the configuration.
    public let key: String
    /// The kind of value.
    public let kind: Kind
    /// Whether the value is a secret, which the API masks when it is read.
    public let isSecret: Bool
    /// Whether the manifest calls the variable optional.
    public let isOptional: Bool
    /// Whether the value is fixed once it is saved (`disableAfterSaving`).
    public let isFixed: Bool
    /// The value that is taken when none is given.
    public let defaultValue: JSON?
    /// The permitted values, of an `enum` or of the elements of a `multiselect`.
    public let allowedValues: [String]

    /// Whether a configuration without the variable is incomplete.
    public var isRequired: Bool { !isOptional && defaultValue == nil }
  }
}
