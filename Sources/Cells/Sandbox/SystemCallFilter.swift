import Messages

#if os(Linux)
  import CSeccomp
  import Glibc

  /// The filter of system calls that everything in the sandbox runs under, as a program for the kernel.
  ///
  /// It begins with what Flatpak denies its applications. A call that is not named is allowed: namespaces and read-only
  /// folders are what keeps files and network away, the filter takes away what lies outside of them (keyrings, sockets
  /// of virtual machines), what looks into other processes, what is a favourite way into the kernel, and memory that no
  /// limit of a process counts.
  enum SystemCallFilter {
    /// The error of a filter that could not be made, with libseccomp's own number.
    struct Failure: Error {
      let code: Int32
    }

    /// Calls that fail with `EPERM`, each group for a reason of its own.
    private static let denied: [[String]] = [
      // Keyrings belong to no namespace.
      ["add_key", "keyctl", "request_key"],
      // Other processes, the sandbox's first one among them.
      ["kcmp", "pidfd_getfd", "process_madvise", "process_vm_readv", "process_vm_writev", "ptrace"],
      // Ways into the kernel that no cell needs.
      [
        "bpf", "fanotify_init", "io_uring_enter", "io_uring_register", "io_uring_setup", "lookup_dcookie",
        "perf_event_open", "userfaultfd", "uselib", "vhangup",
      ],
      // Mounts and namespaces.
      [
        "chroot", "fsconfig", "fsmount", "fsopen", "fspick", "mount", "mount_setattr", "move_mount", "open_tree",
        "pivot_root", "setns", "swapoff", "swapon", "umount", "umount2", "unshare",
      ],
      // Files by their number, past every folder.
      ["name_to_handle_at", "open_by_handle_at"],
      // The machine.
      [
        "acct", "clock_adjtime", "clock_settime", "delete_module", "finit_module", "init_module", "ioperm", "iopl",
        "kexec_file_load", "kexec_load", "modify_ldt", "quotactl", "quotactl_fd", "reboot", "setdomainname",
        "sethostname", "settimeofday", "syslog",
      ],
      // Where memory lies, and memory that outlives its mapping.
      [
        "mbind", "memfd_create", "memfd_secret", "migrate_pages", "move_pages", "mq_open", "msgget", "semget",
        "set_mempolicy", "set_mempolicy_home_node", "shmat", "shmget", "vmsplice",
      ],
    ]

    /// The flags of `clone` for a new namespace each: of mounts, cgroups, names, messages, users, processes, network.
    private static let namespaceFlags: [UInt64] = [
      0x0002_0000, 0x0200_0000, 0x0400_0000, 0x0800_0000, 0x1000_0000, 0x2000_0000, 0x4000_0000,
    ]
    /// `TIOCSTI` types into a terminal, `TIOCLINUX` pastes into the console.
    private static let terminalRequests: [UInt64] = [0x5412, 0x541C]

    /// The program, in the form that `bwrap --seccomp` takes.
    ///
    /// - Parameter isCounted: whether a group counts the memory of all processes: what waits in a socket is no
    ///   process's, and there are only pairs then, with the little room that the system gives them. Foundation's
    ///   `Process` needs one.
    /// - Throws: `Failure` where the system's library or the kernel cannot make it.
    static func program(isCounted: Bool) throws -> AnonymousFile {
      guard let filter = seccomp_init(allow) else { throw Failure(code: -ENOMEM) }
      defer { seccomp_release(filter) }
      for name in denied.joined() { try add(deny(EPERM), name, to: filter) }
      for flag in namespaceFlags {
        try add(deny(EPERM), "clone", when: [argument(0, SCMP_CMP_MASKED_EQ, flag, flag)], to: filter)
      }
      // Its flags lie behind a pointer. The C library goes on with `clone`.
      try add(deny(ENOSYS), "clone3", to: filter)
      for request in terminalRequests {
        try add(deny(EPERM), "ioctl", when: [argument(1, SCMP_CMP_MASKED_EQ, 0xFFFF_FFFF, request)], to: filter)
      }
      // What it is may be asked.
      try add(deny(EPERM), "personality", when: [argument(0, SCMP_CMP_NE, 0xFFFF_FFFF)], to: filter)
      // Unix sockets end at the namespace; those of other families may not (`AF_VSOCK`), or are of no use in it.
      let others = argument(0, SCMP_CMP_NE, UInt64(AF_UNIX))
      try add(deny(EAFNOSUPPORT), "socketpair", when: [others], to: filter)
      try add(deny(EAFNOSUPPORT), "socket", when: isCounted ? [others] : [], to: filter)
      if !isCounted {
        for size in [SO_SNDBUF, SO_RCVBUF, SO_SNDBUFFORCE, SO_RCVBUFFORCE] {
          try add(
            deny(EPERM), "setsockopt", when: [argument(2, SCMP_CMP_MASKED_EQ, 0xFFFF_FFFF, UInt64(size))], to: filter)
        }
      }
      // Shared pages are nobody's: they stay when the process that wrote them lets them go.
      try add(deny(EPERM), "mmap", when: [argument(3, SCMP_CMP_MASKED_EQ, 1, 1)], to: filter)
      let file = try AnonymousFile()
      try check(seccomp_export_bpf(filter, file.descriptor))
      return file
    }

    private static let allow: UInt32 = 0x7FFF_0000
    private static func deny(_ error: Int32) -> UInt32 { 0x0005_0000 | UInt32(error) }

    private static func argument(
      _ index: UInt32, _ comparison: scmp_compare, _ first: UInt64, _ second: UInt64 = 0
    ) -> scmp_arg_cmp {
      scmp_arg_cmp(arg: index, op: comparison, datum_a: first, datum_b: second)
    }

    private static func add(
      _ action: UInt32, _ name: String, when arguments: [scmp_arg_cmp] = [], to filter: scmp_filter_ctx
    ) throws {
      let number = seccomp_syscall_resolve_name(name)
      // A call that this library has not heard of, this kernel may have none the less: it is younger than the library.
      guard number != -1 else { return }
      let result = seccomp_rule_add_array(filter, action, number, UInt32(arguments.count), arguments)
      // A call that this processor's kernel never had.
      if result == -EDOM { return }
      try check(result)
    }

    private static func check(_ result: Int32) throws {
      if result < 0 { throw Failure(code: result) }
    }
  }
#endif
