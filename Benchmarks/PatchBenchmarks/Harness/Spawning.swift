import Foundation
import PeerProcesses

/// Starts a program again and again with as little around it as possible: Foundation's `Process`
/// takes longer than some of the programs.
///
/// Unsafe: `posix_spawn` wants arguments and environment as arrays of C strings; they are made once
/// and live as long as this object.
@safe final class Spawning {
  private let program: String
  private var arguments: [UnsafeMutablePointer<CChar>?]
  private var environment: [UnsafeMutablePointer<CChar>?]

  init(_ command: Command) {
    program = command.program
    unsafe arguments = ([command.program] + command.arguments).map { unsafe strdup($0) } + [nil]
    unsafe environment = Command.environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
  }

  deinit {
    _ = unsafe (arguments + environment).map { unsafe free($0) }
  }

  /// Runs the program to its end; what it prints goes nowhere.
  func run() throws {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var child: pid_t = 0
    var status: CInt = 0
    guard
      unsafe posix_spawnp(&child, program, &actions, nil, &arguments, &environment) == 0,
      unsafe waitpid(child, &status, 0) == child, status == 0
    else { throw Command.Failure(program: program) }
  }
}
