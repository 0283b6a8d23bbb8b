import Foundation
import TestSupport
import Testing

extension BuiltBinary {
  fileprivate static let hasGit = FileManager.default.isExecutableFile(atPath: "/usr/bin/git")
}

/// `diff --git-driver` as git calls it.
@Suite(.enabled(if: BuiltBinary.path != nil && BuiltBinary.hasGit, "jpatch or git is not there"))
struct GitTests {
  /// A repository with a document in two versions, and what it takes to make git call `jpatch`.
  private static let preparation = """
    export HOME="$PWD" GIT_CONFIG_NOSYSTEM=1
    git init -q . && git config user.name n && git config user.email e
    echo '*.json diff=jpatch' > .gitattributes
    git config diff.jpatch.command "'$JPATCH' diff --git-driver"
    printf '{"name": "old", "tags": ["a"], "n": 1}\\n' > doc.json
    printf '{"text": true}\\n' > gone.json
    { echo '['; seq 100 120 | sed 's/$/,/'; echo '42]'; } > long.json
    git add -A && git commit -qm one

    """

  private func run(_ script: String) throws -> (status: Int32, output: String, error: String) {
    let folder = try TemporaryFolder()
    return try ProcessTests.run(Self.preparation + script, in: folder.path)
  }

  @Test func `git diff prints the lines that differ`() throws {
    let result = try run(
      """
      printf '{ "n": 1.0, "name": "new", "tags": ["a"] }' > doc.json
      git rm -q gone.json && echo '[1]' > new.json && git add -AN
      git --no-pager diff HEAD
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.isEmpty)
    let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("index ") }
    #expect(
      lines == [
        "diff --git a/doc.json b/doc.json", "--- a/doc.json", "+++ b/doc.json",
        "@@ -1,5 +1,5 @@", " {", "-  \"name\": \"old\",", "+  \"name\": \"new\",", "   \"tags\": [",
        "     \"a\"", "   ],",
        "diff --git a/gone.json b/gone.json", "deleted file mode 100644", "--- a/gone.json",
        "+++ /dev/null", "@@ -1,3 +0,0 @@", "-{", "-  \"text\": true", "-}",
        "diff --git a/new.json b/new.json", "new file mode 100644", "--- /dev/null",
        "+++ b/new.json", "@@ -0,0 +1,3 @@", "+[", "+  1", "+]",
      ])
  }

  @Test func `a renamed file and one that is no JSON are shown as well`() throws {
    let result = try run(
      """
      git mv long.json moved.json && sed -i s/42/43/ moved.json
      printf 'no JSON\\n' > gone.json && git add -A
      git --no-pager diff --cached -M
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("diff --git a/long.json b/moved.json\n"))
    #expect(result.output.contains("rename from long.json\nrename to moved.json\n"))
    #expect(result.output.contains("-  42\n+  43\n ]\n"))
    #expect(result.output.contains("-{\"text\": true}\n+no JSON\n"))
  }

  @Test func `git difftool calls it with two files`() throws {
    let result = try run(
      """
      printf '{"name": "new", "tags": ["a"], "n": 1}\\n' > doc.json
      git difftool -y --trust-exit-code --extcmd "'$JPATCH' diff --git-driver" HEAD
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("-  \"name\": \"old\",\n+  \"name\": \"new\",\n"))
  }

  @Test func `a conflict does not stop git`() throws {
    let result = try run(
      """
      git checkout -q -b other && echo '{"n": 2}' > doc.json && git commit -qam two
      git checkout -q - && echo '{"n": 3}' > doc.json && git commit -qam three
      git merge -q other > merged 2>&1
      git --no-pager diff --ours
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("* Unmerged path doc.json\n"))
  }

  @Test func `git apply takes the unified form`() throws {
    let result = try run(
      """
      jpatch apply doc.json --merge --on doc.json --indent 2 -o doc.json -q
      echo '{"name": "x", "tags": ["b", "a", "c"], "m": [{}], "n": 1}' > after.json
      jpatch diff doc.json after.json -o unified | sed s/after.json/doc.json/ > change.diff
      git apply -p0 change.diff && jpatch diff doc.json after.json
      """)
    #expect(result.output == "[]\n", "\(result.error)")
  }
}
