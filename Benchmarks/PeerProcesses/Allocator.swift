/// The C library's allocator.
public enum Allocator {
  #if canImport(Glibc)
    /// Keeps freed memory in the process: otherwise every pass over a large document gets its
    /// pages from the kernel anew, and the page faults take longer than the work.
    ///
    /// - Returns: What was set, for the report.
    public static func keepMemory() -> String {
      let settings: [(name: String, parameter: CInt, value: CInt)] = [
        ("mmap threshold", -3, 1 << 30),
        ("trim threshold", -1, 2_000_000_000),
        ("top pad", -2, 64 << 20),
      ]
      let accepted = settings.filter { mallopt($0.parameter, $0.value) == 1 }
      guard !accepted.isEmpty else { return "as the system has it" }
      return accepted.map { "\($0.name) \($0.value >> 20) MiB" }.joined(separator: ", ")
    }
  #else
    /// Does nothing.
    public static func keepMemory() -> String {
      "as the system has it"
    }
  #endif

  /// The same for a child process.
  static let environment = [
    "MALLOC_MMAP_THRESHOLD_": "1073741824",
    "MALLOC_TRIM_THRESHOLD_": "2000000000",
    "MALLOC_TOP_PAD_": "67108864",
  ]
}

#if canImport(Glibc)
  /// From `<malloc.h>`, which the Glibc module leaves out.
  @_silgen_name("mallopt")
  private func mallopt(_ parameter: CInt, _ value: CInt) -> CInt
#endif
