import Testing

/// Checks that a value is what the documentation says behind it.
func shows(_ value: some Any, _ text: String, _ location: SourceLocation = #_sourceLocation) {
  let inner = Mirror(reflecting: value)
  let shown = inner.displayStyle == .optional ? inner.children.first?.value ?? "nil" : value
  // A string may be quoted or not.
  let isSame =
    "\(shown)".utf8.elementsEqual(text.utf8)
    || (shown as? String)?.debugDescription.utf8.elementsEqual(text.utf8) == true
  #expect(isSame, "\(shown) is not \(text)", sourceLocation: location)
}
