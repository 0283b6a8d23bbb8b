/// What another library makes of a pair, beside what the engine makes of it.
public enum Verdict: String, Sendable {
  /// The same value, or both refuse.
  case agrees
  /// It accepts what the engine refuses.
  case accepts
  /// It refuses what the engine accepts.
  case refuses
  /// It gives another value, or an object that has two members of the same name.
  case differs
  /// It gives the same value but for digits that a double does not keep.
  case rounds
  /// It writes what is no JSON.
  case garbles
  /// It panics, or brings its process down.
  case panics
}
