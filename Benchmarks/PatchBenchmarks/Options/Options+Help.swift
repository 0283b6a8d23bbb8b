extension Options {
  static let help = """
    OVERVIEW: Measures jpatch's engine and verifies what it does.

    USAGE: PatchBenchmarks [<files> ...] [--filter <text>] [--yardstick yyjson] [--compare]
             [--baseline <file>] [--chart <folder>] [--json]
           PatchBenchmarks --gate <file>
           PatchBenchmarks --passes <count> [--filter <text>]

    ARGUMENTS:
      <files>              JSON documents to measure too; with NAME.patch.json beside
                           NAME.json, also the whole way from bytes to bytes

    OPTIONS:
      --filter <text>      Only workloads whose label contains the text: W1, W3a, feed, curve
                           (repeat for more)
      --yardstick yyjson   Measure the Python package yyjson in turns with the workloads
      --compare            Measure other libraries in turns with the workloads, as far as
                           Benchmarks/peers/install has installed them
      --jpatch <path>      The command to measure as a whole process; by default the one
                           beside this program
      --baseline <file>    Compare with an earlier run: what --json printed
      --noise <percent>    Smaller changes are none; default 5
      --chart <folder>     Draw charts as SVG into the folder
      --json               Print everything that was measured as JSON
      --date <date>        The date that the report states
      --quick              Try everything once on small documents; the times mean nothing
      --list               Print the labels of the workloads
      -h, --help           Show help information

    ALLOCATIONS:
      --gate <file>        Measure no time: count allocations on small and on larger documents
                           and compare them with the limits in the file; needs
                           SWIFT_DETERMINISTIC_HASHING=1 in the environment
      --record-gate <file> Write the counts as new limits

    PROFILES:
      --passes <count>     Measure no time: do the work so often, for a profiler; prints the
                           label of each workload and how many documents it was done on
                           (Benchmarks/instructions counts its instructions)

    ENVIRONMENT:
      JPATCH_CORPUS        Folder with benchmark/twitter.json, citm_catalog.json and
                           canada.json, to measure as well

    EXIT STATUS: 0 all results right and within limits, 1 not so, 2 trouble,
                 64 wrong command line
    """
}
