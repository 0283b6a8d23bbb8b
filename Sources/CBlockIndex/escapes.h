/// What follows backslashes, looked at after the blocks of a chunk, since few blocks have any.
#pragma once
#include "block_index.h"

/// Where what follows a backslash stands: of one chunk, block by block.
struct escapes {
  size_t count;
  struct {
    size_t offset;
    uint64_t bits;
  } blocks[BLOCK_INDEX_CHUNK / BLOCK_INDEX_BLOCK];
};

/// The value of four hexadecimal digits; -1 if they are none.
static int32_t code_unit(const uint8_t *digits) {
  int32_t unit = 0;
  for (int i = 0; i < 4; i++) {
    uint8_t digit = digits[i], decimal = (uint8_t)(digit - '0');
    uint8_t letter = (uint8_t)((digit | 0x20) - 'a');
    if (decimal > 9 && letter > 5) return -1;
    unit = unit << 4 | (decimal > 9 ? letter + 10 : decimal);
  }
  return unit;
}

/// Whether four digits follow the `u` at `place`, and, where they stand for the first half of a surrogate pair, the second.
static int is_code_unit(
  const uint8_t *text, size_t length, size_t place, struct block_index_state *state) {
  if (length - place < 5) return 0;
  int32_t unit = code_unit(text + place + 1);
  if (unit < 0) return 0;
  if ((unit & 0xF800) != 0xD800) return 1;
  if (unit >= 0xDC00) return place == state->low_surrogate;
  state->low_surrogate = place + 6;
  return length - place >= 11 && text[place + 5] == '\\' && text[place + 6] == 'u'
    && (code_unit(text + place + 7) & 0xFC00) == 0xDC00;
}

/// Whether all escapes are right; those outside of strings do not matter, since nothing is right there that has any.
static int are_escapes(
  const struct escapes *escapes, const uint8_t *text, size_t length,
  struct block_index_state *state) {
  static const uint8_t is_simple[256] = {
    ['"'] = 1, ['\\'] = 1, ['/'] = 1, ['b'] = 1, ['f'] = 1, ['n'] = 1, ['r'] = 1, ['t'] = 1};
  for (size_t i = 0; i < escapes->count; i++) {
    for (uint64_t bits = escapes->blocks[i].bits; bits != 0; bits &= bits - 1) {
      size_t place = escapes->blocks[i].offset + (size_t)__builtin_ctzll(bits);
      if (place >= length) return 0;
      if (is_simple[text[place]]) continue;
      if (text[place] != 'u' || !is_code_unit(text, length, place, state)) return 0;
    }
  }
  return 1;
}
