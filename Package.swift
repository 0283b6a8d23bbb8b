// swift-tools-version: 6.2

import PackageDescription

/// One list for every target: strict memory safety, and no warning survives.
let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "jpatch",
  platforms: [.macOS(.v26)],
  products: [
    // With the target that it re-exports: only what a product names itself is compared with the last tag.
    .library(name: "JSONPatching", targets: ["JSONTypes", "JSONPatching"]),
    .library(name: "PatchProfiles", targets: ["PatchProfiles"]),
    .executable(name: "jpatch", targets: ["jpatch"]),
    .executable(name: "PatchBenchmarks", targets: ["PatchBenchmarks"]),
  ],
  targets: [
    .target(name: "CBlockIndex"),
    .target(name: "JSONTypes", dependencies: ["CBlockIndex"]),
    .target(name: "JSONPatching", dependencies: ["JSONTypes"]),
    // Both inline code of JSONTypes, and must be compiled anew when the layout of a type there changes.
    .target(name: "PatchProfiles", dependencies: ["JSONTypes", "JSONPatching"]),
    .target(name: "PatchCommand", dependencies: ["JSONTypes", "JSONPatching", "PatchProfiles"]),
    .executableTarget(name: "jpatch", dependencies: ["PatchCommand"]),
    .target(name: "PeerProcesses", path: "Benchmarks/PeerProcesses"),
    .executableTarget(
      name: "PatchBenchmarks",
      dependencies: ["JSONPatching", "PatchProfiles", "PeerProcesses"],
      path: "Benchmarks/PatchBenchmarks"),

    .target(
      name: "TestSupport", dependencies: ["JSONPatching", "PatchProfiles"],
      path: "Tests/TestSupport"),
    .target(
      name: "FuzzTargets", dependencies: ["PatchCommand", "TestSupport"],
      path: "Tests/Fuzzing/Targets"),
    .executableTarget(
      name: "Fuzzer", dependencies: ["FuzzTargets"], path: "Tests/Fuzzing/Fuzzer"),
    .testTarget(
      name: "FuzzingTests", dependencies: ["FuzzTargets", "TestSupport"],
      path: "Tests/Fuzzing/FuzzingTests"),
    .executableTarget(
      name: "CostCurves", dependencies: ["JSONPatching", "PatchProfiles", "TestSupport"],
      path: "Tests/CostCurves"),
    .executableTarget(
      name: "Differential", dependencies: ["JSONPatching", "PeerProcesses", "TestSupport"],
      path: "Tests/DifferentialTesting"),
    .testTarget(name: "JSONTypesTests", dependencies: ["CBlockIndex", "JSONTypes", "TestSupport"]),
    .testTarget(name: "JSONPatchingTests", dependencies: ["JSONPatching", "TestSupport"]),
    .testTarget(name: "PatchProfilesTests", dependencies: ["PatchProfiles", "TestSupport"]),
    .testTarget(name: "PatchCommandTests", dependencies: ["PatchCommand", "TestSupport"]),
    .testTarget(name: "DocumentationTests", dependencies: ["PatchCommand", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.name != "CBlockIndex" {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
