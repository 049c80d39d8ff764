import Numerics

#if !hasFeature(Embedded)
  // The system's threads, by their C names: the library imports no platform module.
  private typealias ThreadBody = @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?

  @_extern(c) private func pthread_create(
    _ thread: UnsafeMutablePointer<UInt>, _ attributes: UnsafeRawPointer?, _ body: ThreadBody,
    _ argument: UnsafeMutableRawPointer?
  ) -> Int32
  @_extern(c) private func pthread_detach(_ thread: UInt) -> Int32
  @_extern(c) private func pthread_mutex_init(_ mutex: UnsafeMutableRawPointer, _ attributes: UnsafeRawPointer?)
    -> Int32
  @_extern(c) private func pthread_mutex_lock(_ mutex: UnsafeMutableRawPointer) -> Int32
  @_extern(c) private func pthread_mutex_unlock(_ mutex: UnsafeMutableRawPointer) -> Int32
  @_extern(c) private func pthread_cond_init(_ condition: UnsafeMutableRawPointer, _ attributes: UnsafeRawPointer?)
    -> Int32
  @_extern(c) private func pthread_cond_wait(
    _ condition: UnsafeMutableRawPointer, _ mutex: UnsafeMutableRawPointer
  ) -> Int32
  @_extern(c) private func pthread_cond_broadcast(_ condition: UnsafeMutableRawPointer) -> Int32
  @_extern(c) private func sysconf(_ name: Int32) -> Int
  @_extern(c) private func getenv(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar>?

  /// A few threads that sleep until there are pieces of work, and the one that asks, which works as well.
  ///
  /// A piece is taken by whoever is free first: a thread that wakes late, on a busy machine, delays nobody. While one
  /// caller's pieces run, another caller does its own alone.
  final class Workers: @unchecked Sendable {
    /// The largest number of threads. More hardly pay for products of this size.
    static let maximumCount = 4
    static let shared = Workers()

    /// The number of threads that take part, the caller's included.
    var count: Int {
      get { locked { limit } }
      set { locked { limit = newValue } }
    }

    // Everything below is read and written under the mutex.
    private var limit: Int
    private var started = 1
    private var body: PieceBody?
    private var work: UnsafeRawPointer?
    private var pieces = 0
    private var next = 0
    private var unfinished = 0

    // Larger than either is on any platform.
    private let mutex = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 16)
    private let wake = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 16)
    private let end = UnsafeMutableRawPointer.allocate(byteCount: 128, alignment: 16)

    private init() {
      #if os(Linux)
        let processors = sysconf(84)
      #else
        let processors = sysconf(58)
      #endif
      let preferred = getenv("LEARN_THREADS").flatMap { Int(String(cString: $0)) }
      limit = max(1, min(preferred ?? processors, Workers.maximumCount))
      _ = pthread_mutex_init(mutex, nil)
      _ = pthread_cond_init(wake, nil)
      _ = pthread_cond_init(end, nil)
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
      _ = pthread_mutex_lock(mutex)
      defer { _ = pthread_mutex_unlock(mutex) }
      return body()
    }

    /// The work stays where it is until the last piece is done.
    func run(_ count: Int, _ work: UnsafeRawPointer, _ body: @escaping PieceBody) {
      _ = pthread_mutex_lock(mutex)
      if self.body != nil {
        _ = pthread_mutex_unlock(mutex)
        for piece in 0..<count { body(work, piece, 0) }
        return
      }
      while started < limit { start() }
      self.body = body
      self.work = work
      pieces = count
      next = 0
      unfinished = count
      _ = pthread_cond_broadcast(wake)
      takePieces(as: 0)
      while unfinished > 0 { _ = pthread_cond_wait(end, mutex) }
      self.body = nil
      self.work = nil
      _ = pthread_mutex_unlock(mutex)
    }

    /// Runs pieces until none is left to take. Called, and returns, with the mutex locked.
    private func takePieces(as worker: Int) {
      guard let body, let work, worker < limit else { return }
      while next < pieces {
        let piece = next
        next += 1
        _ = pthread_mutex_unlock(mutex)
        body(work, piece, worker)
        _ = pthread_mutex_lock(mutex)
        unfinished -= 1
        if unfinished == 0 { _ = pthread_cond_broadcast(end) }
      }
    }

    private func start() {
      let number = started
      started += 1
      var thread: UInt = 0
      let body: ThreadBody = { argument in
        Workers.shared.serve(as: Int(bitPattern: argument))
      }
      // Where the system gives no thread, the others do its share.
      if pthread_create(&thread, nil, body, UnsafeMutableRawPointer(bitPattern: number)) == 0 {
        _ = pthread_detach(thread)
      }
    }

    private func serve(as worker: Int) -> Never {
      _ = pthread_mutex_lock(mutex)
      while true {
        takePieces(as: worker)
        _ = pthread_cond_wait(wake, mutex)
      }
    }
  }
#endif
