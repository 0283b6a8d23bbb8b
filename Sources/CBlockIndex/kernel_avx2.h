/// The kernel for AVX2.
#pragma once
#include "block_bits.h"
#include "tables.h"

/// The places of the bits of a byte, one in a byte, from the lowest; for each of the four bytes that they may be in.
#define PLACE(higher, byte, bit)                                                               \
  ((higher) << ((byte) >> (bit) & 1) * 8 | (uint64_t)((byte) >> (bit) & 1) * (bit))
#define PLACES_4(higher, byte, bit)                                                            \
  PLACE(PLACE(PLACE(PLACE(higher, byte, bit + 3), byte, bit + 2), byte, bit + 1), byte, bit)
#define PLACES(part, byte)                                                                     \
  (PLACES_4(PLACES_4(0ull, byte, 4), byte, 0) + (part) * 0x0808080808080808u)
#define BYTES_4(part, byte)                                                                    \
  PLACES(part, byte), PLACES(part, byte + 1), PLACES(part, byte + 2), PLACES(part, byte + 3)
#define BYTES_16(part, byte)                                                                   \
  BYTES_4(part, byte), BYTES_4(part, byte + 4), BYTES_4(part, byte + 8), BYTES_4(part, byte + 12)
#define BYTES_64(part, byte)                                                                   \
  BYTES_16(part, byte), BYTES_16(part, byte + 16), BYTES_16(part, byte + 32),                  \
    BYTES_16(part, byte + 48)
#define BYTES_256(part)                                                                        \
  {BYTES_64(part, 0), BYTES_64(part, 64), BYTES_64(part, 128), BYTES_64(part, 192)}
static const uint64_t places_in_byte[4][256] = {
  BYTES_256(0), BYTES_256(1), BYTES_256(2), BYTES_256(3)};

AVX2 INLINE __m256i table_256(__m128i table) { return _mm256_broadcastsi128_si256(table); }

AVX2 INLINE uint64_t mask_256(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low)
    | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 INLINE struct classes classify_256(__m256i low, __m256i high) {
#define BOTH(expression)                                                                       \
  ({ __m256i in = low; __m256i one = expression; in = high; mask_256(one, expression); })
  const __m256i white = table_256(_mm_setr_epi8(WHITE_SPACE));
  const __m256i operators = table_256(_mm_setr_epi8(OPERATORS));
  struct classes classes;
  classes.quote = BOTH(_mm256_cmpeq_epi8(in, _mm256_set1_epi8('"')));
  classes.white_space = BOTH(_mm256_cmpeq_epi8(in, _mm256_shuffle_epi8(white, in)));
  classes.operator = BOTH(_mm256_cmpeq_epi8(
    _mm256_or_si256(in, _mm256_set1_epi8(0x20)), _mm256_shuffle_epi8(operators, in)));
  classes.control = BOTH(
    _mm256_cmpeq_epi8(_mm256_max_epu8(in, _mm256_set1_epi8(0x1F)), _mm256_set1_epi8(0x1F)));
#undef BOTH
  return classes;
}

AVX2 INLINE __m256i are_backslashes_256(__m256i in) {
  return _mm256_cmpeq_epi8(in, _mm256_set1_epi8('\\'));
}

AVX2 INLINE __m256i utf8_errors_256(__m256i in, __m256i before) {
  __m256i shifted = _mm256_permute2x128_si256(before, in, 0x21);
  __m256i first = _mm256_alignr_epi8(in, shifted, 15);
  __m256i second = _mm256_alignr_epi8(in, shifted, 14);
  __m256i third = _mm256_alignr_epi8(in, shifted, 13);
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i special = _mm256_and_si256(
    _mm256_and_si256(
      _mm256_shuffle_epi8(
        table_256(_mm_setr_epi8(FIRST_HIGH)),
        _mm256_and_si256(_mm256_srli_epi16(first, 4), nibble)),
      _mm256_shuffle_epi8(
        table_256(_mm_setr_epi8(FIRST_LOW)), _mm256_and_si256(first, nibble))),
    _mm256_shuffle_epi8(
      table_256(_mm_setr_epi8(SECOND_HIGH)),
      _mm256_and_si256(_mm256_srli_epi16(in, 4), nibble)));
  __m256i continues = _mm256_or_si256(
    _mm256_subs_epu8(second, _mm256_set1_epi8((char)(0xE0 - 0x80))),
    _mm256_subs_epu8(third, _mm256_set1_epi8((char)(0xF0 - 0x80))));
  return _mm256_xor_si256(
    _mm256_and_si256(continues, _mm256_set1_epi8((char)0x80)), special);
}

/// Does something with each byte of the bits of half a block, and with how many ones there are before it. Without a branch,
/// since nothing tells how many a byte has: what is done is done for eight, and the next overwrites what was too much.
#define FOR_EACH_BYTE(bits, action)                                                            \
  action(0, 0);                                                                                \
  action(1, __builtin_popcount((uint8_t)(bits)));                                              \
  action(2, __builtin_popcount((uint16_t)(bits)));                                             \
  action(3, __builtin_popcount((bits) << 8))

/// Writes the places of half a block.
AVX2 INLINE uint32_t *write_places_256(uint32_t bits, __m256i bases, uint32_t *starts) {
#define WRITE(part, before)                                                                    \
  _mm256_storeu_si256(                                                                         \
    (__m256i *)(starts + (before)),                                                            \
    _mm256_add_epi32(                                                                          \
      bases,                                                                                   \
      _mm256_cvtepu8_epi32(_mm_loadl_epi64(                                                    \
        (const __m128i *)(places_in_byte[part] + (uint8_t)(bits >> (part) * 8))))))
  FOR_EACH_BYTE(bits, WRITE);
#undef WRITE
  return starts + __builtin_popcount(bits);
}

AVX2 static void chunk_avx2(
  const uint8_t *source, uint8_t *text, size_t offset, size_t length,
  struct block_index_state *state, struct block_index_places *places) {
  struct block_index_state next = *state;
  struct escapes escapes;
  escapes.count = 0;
  __m256i last = _mm256_loadu_si256((const __m256i *)(next.last + 32));
  __m256i errors = _mm256_setzero_si256();
  uint32_t *next_start = places->starts + places->start_count;
  // The tokens of a block are written while those of the next are being found: each takes so long one after the other
  // that the processor has nothing to do meanwhile.
  uint64_t tokens = 0;
  __m256i bases = _mm256_set1_epi32((int)(uint32_t)(offset - BLOCK_INDEX_BLOCK));
#define WRITE_TOKENS()                                                                         \
  next_start = write_places_256((uint32_t)tokens, bases, next_start);                          \
  next_start = write_places_256(                                                               \
    (uint32_t)(tokens >> 32), _mm256_add_epi32(bases, _mm256_set1_epi32(32)), next_start);     \
  bases = _mm256_add_epi32(bases, _mm256_set1_epi32(BLOCK_INDEX_BLOCK))
  // Whether the next block has to do with a backslash or a byte beyond ASCII before it.
  uint64_t is_waiting = next.escaped | next.has_backslash | next.beyond_ascii;
  FOR_EACH_BLOCK(block, source, text, offset, length, {
    __m256i low = _mm256_loadu_si256((const __m256i *)block);
    __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
    _mm256_storeu_si256((__m256i *)(text + offset), low);
    _mm256_storeu_si256((__m256i *)(text + offset + 32), high);
    struct classes classes = classify_256(low, high);
    // Most blocks have neither, which is one question.
    __m256i backslashes_low = are_backslashes_256(low);
    __m256i backslashes_high = are_backslashes_256(high);
    __m256i bytes = _mm256_or_si256(low, high);
    uint32_t is_special = (uint32_t)_mm256_movemask_epi8(
      _mm256_or_si256(_mm256_or_si256(backslashes_low, backslashes_high), bytes));
    uint64_t in_string;
    if (is_special | is_waiting) {
      uint64_t backslash = mask_256(backslashes_low, backslashes_high);
      in_string = backslash | next.escaped | next.has_backslash
        ? find_strings_with_escapes(
            backslash, &classes.quote, offset, &next, &escapes, places)
        : find_strings(classes.quote, &next);
      uint64_t beyond = _mm256_movemask_epi8(bytes) != 0;
      if (beyond | next.beyond_ascii) {
        errors = _mm256_or_si256(errors, utf8_errors_256(low, last));
        errors = _mm256_or_si256(errors, utf8_errors_256(high, low));
      }
      next.beyond_ascii = beyond;
      is_waiting = next.escaped | next.has_backslash | beyond;
    } else {
      in_string = find_strings(classes.quote, &next);
    }
    last = high;
    uint64_t found = find_tokens(classes, in_string, &next);
    WRITE_TOKENS();
    tokens = found;
  })
  WRITE_TOKENS();
#undef WRITE_TOKENS
  if (!_mm256_testz_si256(errors, errors)) next.failed = 1;
  _mm256_storeu_si256((__m256i *)(next.last + 32), last);
  if (!are_escapes(&escapes, source, length, &next)) next.failed = 1;
  *state = next;
  places->start_count = (size_t)(next_start - places->starts);
}

/// Moves the kept bytes of half a block to `target`.
AVX2 INLINE uint8_t *move_kept_of_half_256(
  uint32_t kept, const uint8_t *half, uint8_t *target) {
#define MOVE(part, before)                                                                     \
  _mm_storel_epi64(                                                                            \
    (__m128i *)(target + (before)),                                                            \
    _mm_shuffle_epi8(                                                                          \
      _mm_loadl_epi64((const __m128i *)(half + (part) * 8)),                                   \
      _mm_loadl_epi64((const __m128i *)(places_in_byte[0] + (uint8_t)(kept >> (part) * 8)))))
  FOR_EACH_BYTE(kept, MOVE);
#undef MOVE
  return target + __builtin_popcount(kept);
}

AVX2 INLINE uint8_t *move_kept_256(uint64_t kept, const uint8_t *block, uint8_t *target) {
  target = move_kept_of_half_256((uint32_t)kept, block, target);
  return move_kept_of_half_256((uint32_t)(kept >> 32), block + 32, target);
}

// Where the kept bytes of a block go to is never behind it, so that whole blocks may be written.
AVX2 static size_t compact_avx2(uint8_t *text, size_t length, struct block_index_state *state) {
  uint8_t *target = text;
  uint64_t kept = 0;
  size_t offset = 0;
  for (; offset + 64 <= length; offset += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(text + offset));
    __m256i high = _mm256_loadu_si256((const __m256i *)(text + offset + 32));
    uint64_t found = find_kept(
      classify_256(low, high), mask_256(are_backslashes_256(low), are_backslashes_256(high)), state);
    // Those of the block before, as in `chunk_avx2`.
    if (offset > 0) target = move_kept_256(kept, text + offset - 64, target);
    kept = found;
  }
  if (offset > 0) target = move_kept_256(kept, text + offset - 64, target);
  return (size_t)(target - text);
}
