public import JSONPatching

/// The codes of the findings that only a profile can make.
extension JSONPatch.Code {
  /// The path may not be changed.
  public static let pathNotEditable = Self(rawValue: "path-not-editable")
  /// The profile does not know the path (a warning).
  public static let pathOutsideProfile = Self(rawValue: "path-outside-profile")
  /// The path may be changed, but this is not stated by the endpoint's description (strict checking
  /// only).
  public static let pathNotDocumented = Self(rawValue: "path-not-documented")
  /// The path may be changed, but not by this operation.
  public static let operationNotPermitted = Self(rawValue: "operation-not-permitted")
  /// The operation is not in the schema that the API publishes.
  public static let opNotDocumented = Self(rawValue: "op-not-documented")
  /// A value brings or takes away something that may not be changed.
  public static let valueContainsUneditable = Self(rawValue: "value-contains-uneditable")
  /// The whole document would be replaced.
  public static let rootReplaced = Self(rawValue: "root-replaced")
  /// A value is of the wrong kind.
  public static let type = Self(rawValue: "type")
  /// The kind of a moved or copied value is not known without the document (a warning).
  public static let typeUnknown = Self(rawValue: "type-unknown")
  /// A part of a value does not have the published shape.
  public static let schema = Self(rawValue: "schema")
  /// A secret looks like the mask that the API shows in its place (a warning).
  public static let maskedSecret = Self(rawValue: "masked-secret")
  /// A test compares a secret of which the document has only the mask (a warning; applying the patch
  /// to this document fails).
  public static let testUndecided = Self(rawValue: "test-undecided")
  /// A variable that the integration needs would be missing.
  public static let requiredFormVariable = Self(rawValue: "required-form-variable")
  /// A variable has a value that the integration's manifest does not allow.
  public static let formVariableType = Self(rawValue: "form-variable-type")
  /// A variable is not in the integration's manifest (a warning).
  public static let unknownFormVariable = Self(rawValue: "unknown-form-variable")
  /// The patch is in an envelope that the resource's schema does not have.
  public static let envelope = Self(rawValue: "envelope")
  /// The tested counter moves by itself (a warning).
  public static let versionAsync = Self(rawValue: "version-async")
  /// A published sample uses a path that the published representation does not have (a warning).
  public static let samplePathNotInRepresentation = Self(
    rawValue: "sample-path-not-in-representation")
}
