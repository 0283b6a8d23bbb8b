/// The tables by which bytes are looked up, 16 entries each.
#pragma once

// The tables of the check: Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte".
enum {
  TOO_SHORT = 1, TOO_LONG = 2, OVERLONG_3 = 4, TOO_LARGE = 8, SURROGATE = 16, OVERLONG_2 = 32,
  TOO_LARGE_1000 = 64, OVERLONG_4 = 64, TWO_CONTINUATIONS = 128,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

#define FIRST_HIGH                                                                             \
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,              \
  (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,                   \
  (char)TWO_CONTINUATIONS, TOO_SHORT | OVERLONG_2, TOO_SHORT,                                  \
  TOO_SHORT | OVERLONG_3 | SURROGATE, TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4

#define LARGE (char)(CARRY | TOO_LARGE | TOO_LARGE_1000)
#define FIRST_LOW                                                                              \
  (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2),            \
  (char)CARRY, (char)CARRY, (char)(CARRY | TOO_LARGE), LARGE, LARGE, LARGE, LARGE, LARGE,      \
  LARGE, LARGE, LARGE, (char)(CARRY | TOO_LARGE | TOO_LARGE_1000 | SURROGATE), LARGE, LARGE

#define CONTINUATION (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS)
#define SECOND_HIGH                                                                            \
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,      \
  (char)(CONTINUATION | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4),                             \
  (char)(CONTINUATION | OVERLONG_3 | TOO_LARGE), (char)(CONTINUATION | SURROGATE | TOO_LARGE), \
  (char)(CONTINUATION | SURROGATE | TOO_LARGE), TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT

// A byte is white space, or an operator once bit 5 is set, if the table has it at its lower four bits. That makes operators
// of 0x0C and 0x1A as well, which nothing allows where a token may begin: whoever reads it refuses them.
#define WHITE_SPACE                                                                            \
  ' ', 100, 100, 100, 17, 100, 113, 2, 100, '\t', '\n', 112, 100, '\r', 100, 100
#define OPERATORS 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ':', '{', ',', '}', 0, 0
