/// The kernel for AVX-512.
#pragma once
#include "block_bits.h"
#include "tables.h"

AVX512 INLINE __m512i table_512(__m128i table) { return _mm512_broadcast_i32x4(table); }

AVX512 INLINE struct classes classify_512(__m512i in) {
  const __m512i white = table_512(_mm_setr_epi8(WHITE_SPACE));
  const __m512i operators = table_512(_mm_setr_epi8(OPERATORS));
  struct classes classes;
  classes.quote = _mm512_cmpeq_epi8_mask(in, _mm512_set1_epi8('"'));
  classes.white_space = _mm512_cmpeq_epi8_mask(in, _mm512_shuffle_epi8(white, in));
  classes.operator = _mm512_cmpeq_epi8_mask(
    _mm512_or_si512(in, _mm512_set1_epi8(0x20)), _mm512_shuffle_epi8(operators, in));
  classes.control = _mm512_cmplt_epu8_mask(in, _mm512_set1_epi8(0x20));
  return classes;
}

AVX512 INLINE uint64_t backslashes_512(__m512i in) {
  return _mm512_cmpeq_epi8_mask(in, _mm512_set1_epi8('\\'));
}

AVX512 INLINE __m512i utf8_errors_512(__m512i in, __m512i before) {
  const __m512i order = _mm512_setr_epi64(6, 7, 8, 9, 10, 11, 12, 13);
  __m512i shifted = _mm512_permutex2var_epi64(before, order, in);
  __m512i first = _mm512_alignr_epi8(in, shifted, 15);
  __m512i second = _mm512_alignr_epi8(in, shifted, 14);
  __m512i third = _mm512_alignr_epi8(in, shifted, 13);
  const __m512i nibble = _mm512_set1_epi8(0x0F);
  __m512i special = _mm512_and_si512(
    _mm512_and_si512(
      _mm512_shuffle_epi8(
        table_512(_mm_setr_epi8(FIRST_HIGH)),
        _mm512_and_si512(_mm512_srli_epi16(first, 4), nibble)),
      _mm512_shuffle_epi8(
        table_512(_mm_setr_epi8(FIRST_LOW)), _mm512_and_si512(first, nibble))),
    _mm512_shuffle_epi8(
      table_512(_mm_setr_epi8(SECOND_HIGH)),
      _mm512_and_si512(_mm512_srli_epi16(in, 4), nibble)));
  __m512i continues = _mm512_or_si512(
    _mm512_subs_epu8(second, _mm512_set1_epi8((char)(0xE0 - 0x80))),
    _mm512_subs_epu8(third, _mm512_set1_epi8((char)(0xF0 - 0x80))));
  return _mm512_xor_si512(
    _mm512_and_si512(continues, _mm512_set1_epi8((char)0x80)), special);
}

/// All offsets of a block are compressed at once, and as many written as there are.
AVX512 INLINE size_t compress_bits(uint64_t bits, uint32_t base, uint32_t *starts) {
  static const uint8_t all[64] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
    44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  size_t count = (size_t)__builtin_popcountll(bits);
  __m512i packed = _mm512_maskz_compress_epi8(bits, _mm512_loadu_si512(all));
  const __m512i bases = _mm512_set1_epi32((int)base);
#define WRITE(part)                                                                            \
  _mm512_storeu_si512(                                                                         \
    starts + (part) * 16,                                                                      \
    _mm512_add_epi32(                                                                          \
      _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(packed, part)), bases))
  WRITE(0);
  if (count > 16) WRITE(1);
  if (count > 32) {
    WRITE(2);
    WRITE(3);
  }
#undef WRITE
  return count;
}

AVX512 static void chunk_avx512(
  const uint8_t *source, uint8_t *text, size_t offset, size_t length,
  struct block_index_state *state, struct block_index_places *places) {
  struct block_index_state next = *state;
  struct escapes escapes;
  escapes.count = 0;
  __m512i last = _mm512_loadu_si512(next.last);
  __m512i errors = _mm512_setzero_si512();
  uint32_t *next_start = places->starts + places->start_count;
  FOR_EACH_BLOCK(block, source, text, offset, length, {
    __m512i in = _mm512_loadu_si512(block);
    _mm512_storeu_si512(text + offset, in);
    struct classes classes = classify_512(in);
    uint64_t backslash = backslashes_512(in);
    uint64_t in_string = backslash | next.escaped | next.has_backslash
      ? find_strings_with_escapes(backslash, &classes.quote, offset, &next, &escapes, places)
      : find_strings(classes.quote, &next);
    uint64_t beyond = _mm512_movepi8_mask(in) != 0;
    if (beyond | next.beyond_ascii) errors = _mm512_or_si512(errors, utf8_errors_512(in, last));
    next.beyond_ascii = beyond;
    last = in;
    next_start +=
      compress_bits(find_tokens(classes, in_string, &next), (uint32_t)offset, next_start);
  })
  if (_mm512_test_epi8_mask(errors, errors) != 0) next.failed = 1;
  _mm512_storeu_si512(next.last, last);
  if (!are_escapes(&escapes, source, length, &next)) next.failed = 1;
  *state = next;
  places->start_count = (size_t)(next_start - places->starts);
}

// Where the kept bytes of a block go to is never behind it, so that whole blocks may be written.
AVX512 static size_t compact_avx512(uint8_t *text, size_t length, struct block_index_state *state) {
  size_t count = 0;
  size_t offset = 0;
  for (; offset + 64 <= length; offset += 64) {
    __m512i in = _mm512_loadu_si512(text + offset);
    uint64_t kept = find_kept(classify_512(in), backslashes_512(in), state);
    _mm512_storeu_si512(text + count, _mm512_maskz_compress_epi8(kept, in));
    count += (size_t)__builtin_popcountll(kept);
  }
  return count;
}
