import Synchronization

/// The indices that readers of one tape have built so far.
///
/// Readers need no lock: what is there stays where it is until the tape changes, which it does only while nobody else
/// holds it. Of two that build the same index at the same time one keeps the other's.
///
/// Safety: the cache owns the entry that it refers to, from `insert` to `removeAll` or its end.
@safe
struct ChildIndexCache: ~Copyable {
  private let root = unsafe Atomic<Unmanaged<Entry>?>(nil)

  deinit { removeAll() }

  func index(of container: Int) -> ChildIndex? {
    guard let root = unsafe root.load(ordering: .acquiring) else { return nil }
    return unsafe root._withUnsafeGuaranteedRef {
      $0.index(of: UInt32(truncatingIfNeeded: container))
    }
  }

  func insert(_ index: ChildIndex, for container: Int) {
    let new = Entry(index, of: UInt32(truncatingIfNeeded: container))
    let owned = unsafe Unmanaged.passRetained(new)
    let (isFirst, root) = unsafe root.compareExchange(
      expected: nil, desired: owned, ordering: .acquiringAndReleasing)
    guard !isFirst else { return }
    unsafe owned.release()
    unsafe root?._withUnsafeGuaranteedRef { $0.insert(new) }
  }

  /// Forgets all indices; whoever calls this holds the tape alone.
  func removeAll() {
    if let root = unsafe root.exchange(nil, ordering: .acquiringAndReleasing) {
      unsafe root.release()
    }
  }

  /// One index in a binary tree that grows at its leaves only.
  ///
  /// The bits of a number made of the container's, which no other container has, lead to it: so the way is never longer
  /// than these are many.
  private final class Entry: Sendable {
    private let container: UInt32
    private let index: ChildIndex
    private let even = AtomicLazyReference<Entry>()
    private let odd = AtomicLazyReference<Entry>()

    init(_ index: ChildIndex, of container: UInt32) {
      self.index = index
      self.container = container
    }

    private static func way(to container: UInt32) -> UInt32 { container &* 0x9E37_79B1 }

    func index(of container: UInt32) -> ChildIndex? {
      var entry = self
      var way = Self.way(to: container)
      while entry.container != container {
        guard let next = way & 1 == 0 ? entry.even.load() : entry.odd.load() else { return nil }
        entry = next
        way >>= 1
      }
      return entry.index
    }

    func insert(_ new: Entry) {
      var entry = self
      var way = Self.way(to: new.container)
      while entry.container != new.container {
        let next = way & 1 == 0 ? entry.even.storeIfNil(new) : entry.odd.storeIfNil(new)
        if next === new { return }
        entry = next
        way >>= 1
      }
    }
  }
}
