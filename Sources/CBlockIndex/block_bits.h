/// What both kernels do with the bits of a block.
#pragma once
#include "escapes.h"
#include "instructions.h"

/// One bit for each byte of a block.
struct classes {
  uint64_t quote, operator, white_space, control;
};

/// The sum of all bits up to each one, modulo 2.
AVX2 INLINE uint64_t prefix_xor(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(
    _mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

/// Which bytes are within strings: ones from an opening quotation mark to before the closing one.
AVX2 INLINE uint64_t find_strings(uint64_t quote, const struct block_index_state *state) {
  return prefix_xor(quote) ^ state->in_string;
}

/// The bytes that an odd number of backslashes precedes.
INLINE uint64_t find_escaped(uint64_t backslash, uint64_t *escaped) {
  const uint64_t even = 0x5555555555555555u;
  backslash &= ~*escaped;
  uint64_t follows = backslash << 1 | *escaped;
  uint64_t odd_starts = backslash & ~even & ~follows;
  unsigned long long ends;
  *escaped = __builtin_uaddll_overflow(odd_starts, backslash, &ends);
  return (even ^ ends << 1) & follows;
}

/// Which bytes are within strings, of the block at `offset`, which has backslashes or has to do with those before; takes
/// the escaped quotation marks out of `quote`, and lists the places that end a string with a backslash. Adding the
/// backslashes to the bytes within strings carries into the bit of the closing quotation mark, if there are any between
/// the two.
AVX2 INLINE uint64_t find_strings_with_escapes(
  uint64_t backslash, uint64_t *quote, size_t offset, struct block_index_state *state,
  struct escapes *escapes, struct block_index_places *places) {
  uint64_t escaped = find_escaped(backslash, &state->escaped);
  escapes->blocks[escapes->count].offset = offset;
  escapes->blocks[escapes->count++].bits = escaped;
  *quote &= ~escaped;
  uint64_t in_string = find_strings(*quote, state);
  unsigned long long sum;
  uint64_t carry = __builtin_uaddll_overflow(in_string, backslash & in_string, &sum);
  carry |= __builtin_uaddll_overflow(sum, state->has_backslash, &sum);
  state->has_backslash = carry;
  for (uint64_t ends = sum & *quote & ~in_string; ends != 0; ends &= ends - 1)
    places->escaped_ends[places->escaped_count++] =
      (uint32_t)(offset + (size_t)__builtin_ctzll(ends));
  return in_string;
}

/// Where a token begins or a string ends.
INLINE uint64_t find_tokens(
  struct classes classes, uint64_t in_string, struct block_index_state *state) {
  state->in_string = (uint64_t)((int64_t)in_string >> 63);
  state->failed |= classes.control & in_string;
  uint64_t scalar = ~(classes.operator | classes.white_space | classes.quote);
  uint64_t follows = scalar << 1 | state->scalar;
  state->scalar = scalar >> 63;
  if (__builtin_expect((classes.white_space & ~in_string) == ~0ull, 0)) state->blank = 1;
  return ((classes.operator | (scalar & ~follows)) & ~in_string) | classes.quote;
}

/// Does something with every block of a chunk: whole blocks are read where the text is, and what is behind them where it
/// has been copied to already, with zeros behind it.
#define FOR_EACH_BLOCK(block, source, text, offset, length, ...)                               \
  size_t chunk_end = (length) - (offset) < BLOCK_INDEX_CHUNK                                   \
    ? (length) + 1 : (offset) + BLOCK_INDEX_CHUNK;                                             \
  size_t whole_end = (length) / BLOCK_INDEX_BLOCK * BLOCK_INDEX_BLOCK;                         \
  size_t stop = chunk_end < whole_end ? chunk_end : whole_end;                                 \
  const uint8_t *from = (source);                                                              \
  for (int part = 0; part < 2; part++, from = (text), stop = chunk_end)                        \
    for (; (offset) < stop; (offset) += BLOCK_INDEX_BLOCK) {                                   \
      const uint8_t *block = from + (offset);                                                  \
      __VA_ARGS__                                                                              \
    }

/// The bytes of a block that are not white space between tokens.
AVX2 INLINE uint64_t find_kept(
  struct classes classes, uint64_t backslash, struct block_index_state *state) {
  uint64_t quote = classes.quote;
  if (backslash | state->escaped) quote &= ~find_escaped(backslash, &state->escaped);
  uint64_t in_string = find_strings(quote, state);
  state->in_string = (uint64_t)((int64_t)in_string >> 63);
  return ~classes.white_space | in_string;
}
