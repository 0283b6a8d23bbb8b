/// Whoever works with patches needs values and pointers: one import gives all three.
@_exported public import JSONTypes
