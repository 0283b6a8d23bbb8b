internal import JSONTypes

extension JSONPatch {
  /// Parses a patch in memory that the caller may want back.
  init(
    parsing bytes: Span<UInt8>, in memory: inout Workspace, limits: Limits
  ) throws(JSONPatchError) {
    if let patch = JSONPatch(plain: bytes, in: &memory, limits: limits) {
      self = patch
      return
    }
    let json: JSON
    do throws(JSONParsingError) {
      json = try memory.parse(bytes, options: limits.parsingOptions)
    } catch {
      throw JSONPatchError(error)
    }
    do throws(JSONPatchError) {
      self = try JSONPatch(json, limits: limits)
    } catch {
      memory.reclaim(json)
      throw error
    }
  }

  /// Reads a patch that is written as most programs write one, or returns `nil`, also if anything is wrong.
  init?(plain bytes: Span<UInt8>, in memory: inout Workspace, limits: Limits) {
    var compiled: ContiguousArray<CompiledOperation> = []
    let json = memory.parse(bytes, options: limits.parsingOptions) { scanner in
      // A local list, since nobody else can hold that.
      var operations: ContiguousArray<CompiledOperation> = []
      operations.reserveCapacity(
        Swift.min(bytes.count / Self.likelyOperationSize, Self.fewOperations) + 1)
      while let members = scanner.next() {
        guard operations.count < limits.operations,
          let operation = CompiledOperation(members, compiling: { scanner.compile($0) })
        else { return false }
        operations.append(operation)
      }
      swap(&compiled, &operations)
      return true
    }
    guard let json else { return nil }
    self.init(source: json, compiled: compiled)
  }

  /// Few operations have fewer bytes.
  private static let likelyOperationSize = 48
  /// For more than these no memory is asked for before they have been read.
  private static let fewOperations = 256
}
