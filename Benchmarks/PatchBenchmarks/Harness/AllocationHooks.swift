// Every allocation of the process, seen from inside and without a C file.
//
// The functions below take the place of the C library's own, for the program and for all shared
// libraries that it loads, and forward to them. Their names carry the symbol version of the C
// library, which says precisely what is overridden; a bare `malloc` is reserved by the compiler.
// A version is particular to an architecture and a C library: elsewhere nothing is counted, and
// the table says so.
//
// Everything that happens in here must get by without an allocation. The counters are atomic
// because other threads allocate too; while nothing is recorded, all that they cost is one load.

#if canImport(Glibc) && arch(x86_64)
  import Synchronization

  /// What the hooks have seen: global, because a hook has no context but the process.
  enum AllocationCounters {
    static let isRecording = Atomic<Bool>(false)
    static let blocks = Atomic<Int>(0)
    static let liveBytes = Atomic<Int>(0)
    static let peakBytes = Atomic<Int>(0)

    static func noteAllocation(of block: UnsafeMutableRawPointer?) {
      guard isRecording.load(ordering: .relaxed) else { return }
      // Only the C library knows how large a block is; it wants the block itself.
      let size = unsafe usableSize(block)
      blocks.add(1, ordering: .relaxed)
      let live = liveBytes.add(size, ordering: .relaxed).newValue
      peakBytes.max(live, ordering: .relaxed)
    }

    static func noteRelease(of block: UnsafeMutableRawPointer?) {
      guard isRecording.load(ordering: .relaxed) else { return }
      // As above; a null pointer has size 0.
      let size = unsafe usableSize(block)
      liveBytes.subtract(size, ordering: .relaxed)
    }
  }

  // Unsafe in what follows: the signatures are the C library's, and those are made of pointers.
  // The functions are public so that they are kept although nothing in here calls them.

  /// `malloc`, counted.
  @_cdecl("malloc@GLIBC_2.2.5")
  public func countedAllocation(_ size: Int) -> UnsafeMutableRawPointer? {
    let block = unsafe libcAllocate(size)
    unsafe AllocationCounters.noteAllocation(of: block)
    return unsafe block
  }

  /// `calloc`, counted.
  @_cdecl("calloc@GLIBC_2.2.5")
  public func countedZeroedAllocation(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
    let block = unsafe libcAllocateZeroed(count, size)
    unsafe AllocationCounters.noteAllocation(of: block)
    return unsafe block
  }

  /// `realloc`, counted.
  @_cdecl("realloc@GLIBC_2.2.5")
  public func countedReallocation(
    _ block: UnsafeMutableRawPointer?, _ size: Int
  ) -> UnsafeMutableRawPointer? {
    unsafe AllocationCounters.noteRelease(of: block)
    let block = unsafe libcReallocate(block, size)
    unsafe AllocationCounters.noteAllocation(of: block)
    return unsafe block
  }

  /// `posix_memalign`, counted.
  @_cdecl("posix_memalign@GLIBC_2.2.5")
  public func countedAlignedAllocation(
    _ result: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ alignment: Int, _ size: Int
  ) -> CInt {
    let block = unsafe libcAllocateAligned(alignment, size)
    guard unsafe block != nil else { return outOfMemory }
    unsafe AllocationCounters.noteAllocation(of: block)
    unsafe result.pointee = block
    return 0
  }

  /// `free`, counted.
  @_cdecl("free@GLIBC_2.2.5")
  public func countedRelease(_ block: UnsafeMutableRawPointer?) {
    unsafe AllocationCounters.noteRelease(of: block)
    unsafe libcRelease(block)
  }

  /// `ENOMEM`.
  private let outOfMemory: CInt = 12

  // The allocator itself, under the names that the C library exports for this purpose.

  @_silgen_name("__libc_malloc")
  private func libcAllocate(_ size: Int) -> UnsafeMutableRawPointer?

  @_silgen_name("__libc_calloc")
  private func libcAllocateZeroed(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer?

  @_silgen_name("__libc_realloc")
  private func libcReallocate(
    _ block: UnsafeMutableRawPointer?, _ size: Int
  ) -> UnsafeMutableRawPointer?

  @_silgen_name("__libc_memalign")
  private func libcAllocateAligned(_ alignment: Int, _ size: Int) -> UnsafeMutableRawPointer?

  @_silgen_name("__libc_free")
  private func libcRelease(_ block: UnsafeMutableRawPointer?)

  @_silgen_name("malloc_usable_size")
  private func usableSize(_ block: UnsafeMutableRawPointer?) -> Int
#endif
