import Foundation
import Progress
import TestSupport
import Testing

#if os(Linux)
  /// A clock that says something that no log can hold.
  extension NothingIsLostTests {
    /// A library that has a program see another time. `nil` where there is no compiler of C.
    private static let clock: TemporaryFolder? = {
      do {
        let folder = try TemporaryFolder()
        let source = try folder.create(
          "clock.c",
          """
          #define _GNU_SOURCE
          #include <dlfcn.h>
          #include <stdlib.h>
          #include <sys/time.h>
          #include <time.h>
          static time_t now(void) { return atoll(getenv("CLOCK_SAYS")); }
          int clock_gettime(clockid_t clock, struct timespec *time) {
            int (*real)(clockid_t, struct timespec *) = dlsym(RTLD_NEXT, "clock_gettime");
            int result = real(clock, time);
            if (clock == CLOCK_REALTIME) time->tv_sec = now();
            return result;
          }
          int gettimeofday(struct timeval *time, void *zone) { time->tv_sec = now(); time->tv_usec = 0; return 0; }
          time_t time(time_t *result) { if (result) *result = now(); return now(); }
          """)
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = ["clang", "-shared", "-fPIC", "-o", folder.url.path + "/clock.so", source.path, "-ldl"]
        compiler.standardError = FileHandle.nullDevice
        try compiler.run()
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? folder : nil
      } catch {
        return nil
      }
    }()

    /// A day before 1970, a day behind 9999, and as far as a number goes.
    @Test(
      .enabled(if: clock != nil, "there is no compiler of C"),
      arguments: [
        ("-86400", "31 December 1969"), ("253402387199", "1 January 10000"), ("-99999999999", nil),
        ("9999999999999", nil),
      ] as [(String, String?)])
    func aClockOutsideTheCalendarIsTold(time: String, date: String?) throws {
      var command = try cardCourse()
      #expect(try command.run("quiz", "--kind", "cards", "--limit", "2", input: answers(2)).status == 0)
      let folder = try #require(Self.clock)
      command.environment["LD_PRELOAD"] = folder.url.appending(path: "clock.so").path
      command.environment["CLOCK_SAYS"] = time

      for arguments in [["quiz"], ["undo"], ["progress", "settings", "new-cards", "3"], ["progress", "fit"]] {
        let result = try command.start(arguments).result()
        #expect(result.status == 69, "\(arguments): \(result)")
        #expect(result.errors.hasPrefix("error: this machine's clock says "), "\(arguments): \(result.errors)")
        if let date { #expect(result.errors.contains(date), "\(result.errors)") }
        #expect(result.errors.contains("\nhelp: set the clock ") && result.errors.contains("confirmed before is kept"))
        #expect(result.output.isEmpty)
      }
      let (log, copy) = (command.home.url.path + "/log.jsonl", command.home.url.path + "/copy.sqlite")
      for arguments in [
        [], ["list"], ["next"], ["progress"], ["progress", "--json"], ["progress", "settings"], ["undo", "--list"],
        ["progress", "export", log], ["progress", "import", log], ["progress", "backup", copy],
      ] {
        let result = try command.start(arguments).result()
        #expect(result.status == 0, "\(arguments): \(result)")
        #expect(result.errors.isEmpty || result.errors.hasPrefix("warning: this machine's clock says "))
      }
      // In its place again, it goes on.
      command.environment["LD_PRELOAD"] = nil
      #expect(try recorded(command) == 2)
      #expect(try command.run("quiz", "--kind", "cards", "--limit", "2", input: answers(2)).status == 0)
      #expect(try recorded(command) == 4)
    }
  }
#endif
