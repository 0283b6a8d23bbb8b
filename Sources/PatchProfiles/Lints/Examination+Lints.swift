/// Warnings about operations that are permitted and may still not do what was meant.
extension Examination {
  /// Looks at an operation that has no error, before it is performed.
  mutating func lint(_ subject: Subject) {
    lintMaskedSecrets(of: subject)
    lintCounterName(of: subject)
    lintShiftedRemoval(of: subject)
    lintSets(of: subject)
  }
}
