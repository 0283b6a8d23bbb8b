/// A value on its way to a place in the document.
package struct Arrival {
  let ref: NodeRef
  /// Its containers nest no deeper than this, known without looking at them; zero if it is no container.
  let heightBound: Int
}
