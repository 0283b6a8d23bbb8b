#include "block_index.h"

struct block_index_places block_index_scratch(void) {
  static _Thread_local uint32_t starts[BLOCK_INDEX_CHUNK + 2 * BLOCK_INDEX_BLOCK];
  static _Thread_local uint32_t escaped_ends[BLOCK_INDEX_CHUNK / 3 + BLOCK_INDEX_BLOCK];
  return (struct block_index_places){.starts = starts, .escaped_ends = escaped_ends};
}

#if defined(__x86_64__)

#include <immintrin.h>
#include <string.h>

#define AVX2 __attribute__((target("avx2,bmi,bmi2,pclmul,lzcnt,popcnt")))
// Tests/kernels emulates these instructions where there are none.
#ifndef AVX512
#define AVX512 \
  __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,avx2,bmi,bmi2,pclmul,lzcnt,popcnt")))
#endif
#define INLINE static inline __attribute__((always_inline))

int block_index_level(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi2")
      || !__builtin_cpu_supports("pclmul"))
    return 0;
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512vbmi2") ? 2 : 1;
}

// ---- What both kernels do with the bits of a block --------------------------------------------------------

/// One bit for each byte of a block.
struct classes {
  uint64_t backslash, quote, operator, white_space, control;
};

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

/// Where what follows a backslash stands: of one chunk, block by block.
struct escapes {
  size_t count;
  struct {
    size_t offset;
    uint64_t bits;
  } blocks[BLOCK_INDEX_CHUNK / BLOCK_INDEX_BLOCK];
};

/// The bits of the block at `offset` at which a token begins or a string ends, and those of them that end a string with a
/// backslash. `in_string` is a prefix sum of quotation marks: ones from an opening one to before the closing one. So
/// adding the backslashes to it carries into the bit of the closing one, if there are any between the two. Most
/// blocks have none and none to wait for.
#define TOKEN_BITS(classes, offset, state, escapes, prefix)                                    \
  uint64_t quote = (classes).quote, in_string, escaped_ends = 0;                               \
  if ((classes).backslash | (state)->escaped | (state)->has_backslash) {                       \
    uint64_t escaped = find_escaped((classes).backslash, &(state)->escaped);                   \
    (escapes)->blocks[(escapes)->count].offset = offset;                                       \
    (escapes)->blocks[(escapes)->count++].bits = escaped;                                      \
    quote &= ~escaped;                                                                         \
    in_string = prefix(quote) ^ (state)->in_string;                                            \
    unsigned long long sum;                                                                    \
    uint64_t carry = __builtin_uaddll_overflow(                                                \
      in_string, (classes).backslash & in_string, &sum);                                       \
    carry |= __builtin_uaddll_overflow(sum, (state)->has_backslash, &sum);                     \
    (state)->has_backslash = carry;                                                            \
    escaped_ends = sum & quote & ~in_string;                                                   \
  } else {                                                                                     \
    in_string = prefix(quote) ^ (state)->in_string;                                            \
  }                                                                                            \
  (state)->in_string = (uint64_t)((int64_t)in_string >> 63);                                   \
  (state)->failed |= (classes).control & in_string;                                            \
  uint64_t scalar = ~((classes).operator | (classes).white_space | quote);                     \
  uint64_t follows = scalar << 1 | (state)->scalar;                                            \
  (state)->scalar = scalar >> 63;                                                              \
  uint64_t bits = (((classes).operator | (scalar & ~follows)) & ~in_string) | quote;            \
  if (__builtin_expect(((classes).white_space & ~in_string) == ~0ull, 0)) (state)->blank = 1;

/// Where a block is read: the last one, which is not a whole one, has been copied already, zeros behind it.
#define BLOCK(source, text, offset, length)                                                    \
  (((offset) + BLOCK_INDEX_BLOCK <= (length) ? (source) : (text)) + (offset))

/// Lists the places that end a string with a backslash; most blocks have none.
INLINE void list_escaped(uint64_t escaped_ends, size_t offset, struct block_index_places *places) {
  for (; escaped_ends != 0; escaped_ends &= escaped_ends - 1)
    places->escaped_ends[places->escaped_count++] =
      (uint32_t)(offset + (size_t)__builtin_ctzll(escaped_ends));
}

// ---- Escapes ----------------------------------------------------------------------------------------------

// They are looked at after the blocks of a chunk, since few blocks have any.

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

// ---- UTF-8 ------------------------------------------------------------------------------------------------

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

// ---- Classes ----------------------------------------------------------------------------------------------

// A byte is white space, or an operator once bit 5 is set, if the table has it at its lower four bits.
#define WHITE_SPACE                                                                            \
  ' ', 100, 100, 100, 17, 100, 113, 2, 100, '\t', '\n', 112, 100, '\r', 100, 100
#define OPERATORS 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ':', '{', ',', '}', 0, 0

// ---- AVX2 -------------------------------------------------------------------------------------------------

/// The places of the bits of each byte, one in a byte, from the lowest.
#define PLACE(higher, byte, bit)                                                               \
  ((higher) << ((byte) >> (bit) & 1) * 8 | (uint64_t)((byte) >> (bit) & 1) * (bit))
#define PLACES_4(higher, byte, bit)                                                            \
  PLACE(PLACE(PLACE(PLACE(higher, byte, bit + 3), byte, bit + 2), byte, bit + 1), byte, bit)
#define PLACES(byte) PLACES_4(PLACES_4(0ull, byte, 4), byte, 0)
#define BYTES_4(byte) PLACES(byte), PLACES(byte + 1), PLACES(byte + 2), PLACES(byte + 3)
#define BYTES_16(byte) BYTES_4(byte), BYTES_4(byte + 4), BYTES_4(byte + 8), BYTES_4(byte + 12)
#define BYTES_64(byte) BYTES_16(byte), BYTES_16(byte + 16), BYTES_16(byte + 32), BYTES_16(byte + 48)
static const uint64_t places_in_byte[256] = {
  BYTES_64(0), BYTES_64(64), BYTES_64(128), BYTES_64(192)};

/// Does something with eight bits at a time, and with how many there are before them. Without a branch, since nothing
/// tells how many a block has: always for eight places, of which those that are too many are overwritten by the next.
#define FOR_EACH_BYTE(bits, action)                                                            \
  action(0, 0);                                                                                \
  action(1, __builtin_popcountll((uint8_t)(bits)));                                            \
  action(2, __builtin_popcountll((uint16_t)(bits)));                                           \
  action(3, __builtin_popcountll((bits) << 40));                                               \
  action(4, __builtin_popcountll((uint32_t)(bits)));                                           \
  action(5, __builtin_popcountll((bits) << 24));                                               \
  action(6, __builtin_popcountll((bits) << 16));                                               \
  action(7, __builtin_popcountll((bits) << 8))

AVX2 INLINE __m256i table_256(__m128i table) { return _mm256_broadcastsi128_si256(table); }

AVX2 INLINE uint64_t mask_256(__m256i low, __m256i high) {
  return (uint32_t)_mm256_movemask_epi8(low)
    | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

AVX2 INLINE uint64_t prefix_xor(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(
    _mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

AVX2 INLINE struct classes classify_256(__m256i low, __m256i high) {
#define BOTH(expression)                                                                       \
  ({ __m256i in = low; __m256i one = expression; in = high; mask_256(one, expression); })
  const __m256i white = table_256(_mm_setr_epi8(WHITE_SPACE));
  const __m256i operators = table_256(_mm_setr_epi8(OPERATORS));
  struct classes classes;
  classes.backslash = BOTH(_mm256_cmpeq_epi8(in, _mm256_set1_epi8('\\')));
  classes.quote = BOTH(_mm256_cmpeq_epi8(in, _mm256_set1_epi8('"')));
  classes.white_space = BOTH(_mm256_cmpeq_epi8(in, _mm256_shuffle_epi8(white, in)));
  classes.operator = BOTH(_mm256_cmpeq_epi8(
    _mm256_or_si256(in, _mm256_set1_epi8(0x20)), _mm256_shuffle_epi8(operators, in)));
  classes.control = BOTH(
    _mm256_cmpeq_epi8(_mm256_max_epu8(in, _mm256_set1_epi8(0x1F)), _mm256_set1_epi8(0x1F)));
#undef BOTH
  return classes;
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

AVX2 INLINE size_t write_bits(uint64_t bits, uint32_t base, uint32_t *starts) {
  const __m256i bases = _mm256_set1_epi32((int)base);
#define WRITE(part, before)                                                                    \
  _mm256_storeu_si256(                                                                         \
    (__m256i *)(starts + (before)),                                                            \
    _mm256_add_epi32(                                                                          \
      _mm256_cvtepu8_epi32(                                                                    \
        _mm_loadl_epi64((const __m128i *)(places_in_byte + (uint8_t)(bits >> (part) * 8)))),   \
      _mm256_add_epi32(bases, _mm256_set1_epi32((part) * 8))))
  FOR_EACH_BYTE(bits, WRITE);
#undef WRITE
  return (size_t)__builtin_popcountll(bits);
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
  size_t end = length - offset < BLOCK_INDEX_CHUNK ? length + 1 : offset + BLOCK_INDEX_CHUNK;
  for (; offset < end; offset += 64) {
    const uint8_t *block = BLOCK(source, text, offset, length);
    __m256i low = _mm256_loadu_si256((const __m256i *)block);
    __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
    _mm256_storeu_si256((__m256i *)(text + offset), low);
    _mm256_storeu_si256((__m256i *)(text + offset + 32), high);
    struct classes classes = classify_256(low, high);
    TOKEN_BITS(classes, offset, &next, &escapes, prefix_xor)
    uint64_t beyond = _mm256_movemask_epi8(_mm256_or_si256(low, high)) != 0;
    if (beyond | next.beyond_ascii) {
      errors = _mm256_or_si256(errors, utf8_errors_256(low, last));
      errors = _mm256_or_si256(errors, utf8_errors_256(high, low));
    }
    next.beyond_ascii = beyond;
    last = high;
    next_start += write_bits(bits, (uint32_t)offset, next_start);
    list_escaped(escaped_ends, offset, places);
  }
  if (!_mm256_testz_si256(errors, errors)) next.failed = 1;
  _mm256_storeu_si256((__m256i *)(next.last + 32), last);
  if (!are_escapes(&escapes, source, length, &next)) next.failed = 1;
  *state = next;
  places->start_count = (size_t)(next_start - places->starts);
}

// ---- AVX-512 ----------------------------------------------------------------------------------------------

AVX512 INLINE __m512i table_512(__m128i table) { return _mm512_broadcast_i32x4(table); }

AVX512 INLINE uint64_t prefix_xor_512(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(
    _mm_set_epi64x(0, (long long)bits), _mm_set1_epi8((char)0xFF), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

AVX512 INLINE struct classes classify_512(__m512i in) {
  const __m512i white = table_512(_mm_setr_epi8(WHITE_SPACE));
  const __m512i operators = table_512(_mm_setr_epi8(OPERATORS));
  struct classes classes;
  classes.backslash = _mm512_cmpeq_epi8_mask(in, _mm512_set1_epi8('\\'));
  classes.quote = _mm512_cmpeq_epi8_mask(in, _mm512_set1_epi8('"'));
  classes.white_space = _mm512_cmpeq_epi8_mask(in, _mm512_shuffle_epi8(white, in));
  classes.operator = _mm512_cmpeq_epi8_mask(
    _mm512_or_si512(in, _mm512_set1_epi8(0x20)), _mm512_shuffle_epi8(operators, in));
  classes.control = _mm512_cmplt_epu8_mask(in, _mm512_set1_epi8(0x20));
  return classes;
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
  size_t end = length - offset < BLOCK_INDEX_CHUNK ? length + 1 : offset + BLOCK_INDEX_CHUNK;
  for (; offset < end; offset += 64) {
    __m512i in = _mm512_loadu_si512(BLOCK(source, text, offset, length));
    _mm512_storeu_si512(text + offset, in);
    struct classes classes = classify_512(in);
    TOKEN_BITS(classes, offset, &next, &escapes, prefix_xor_512)
    uint64_t beyond = _mm512_movepi8_mask(in) != 0;
    if (beyond | next.beyond_ascii) errors = _mm512_or_si512(errors, utf8_errors_512(in, last));
    next.beyond_ascii = beyond;
    last = in;
    next_start += compress_bits(bits, (uint32_t)offset, next_start);
    list_escaped(escaped_ends, offset, places);
  }
  if (_mm512_test_epi8_mask(errors, errors) != 0) next.failed = 1;
  _mm512_storeu_si512(next.last, last);
  if (!are_escapes(&escapes, source, length, &next)) next.failed = 1;
  *state = next;
  places->start_count = (size_t)(next_start - places->starts);
}

// ---- Compaction -------------------------------------------------------------------------------------------

/// The bytes of a block that are not white space between tokens.
#define KEPT_BITS(classes, state, prefix)                                                      \
  uint64_t quote = (classes).quote;                                                            \
  if ((classes).backslash | (state)->escaped)                                                  \
    quote &= ~find_escaped((classes).backslash, &(state)->escaped);                            \
  uint64_t in_string = prefix(quote) ^ (state)->in_string;                                     \
  (state)->in_string = (uint64_t)((int64_t)in_string >> 63);                                   \
  uint64_t kept = ~(classes).white_space | in_string;

// Where the kept bytes of a block go to is never behind it, so that whole blocks may be written.

AVX512 static size_t compact_avx512(uint8_t *text, size_t length, struct block_index_state *state) {
  size_t count = 0;
  size_t offset = 0;
  for (; offset + 64 <= length; offset += 64) {
    __m512i in = _mm512_loadu_si512(text + offset);
    struct classes classes = classify_512(in);
    KEPT_BITS(classes, state, prefix_xor_512)
    _mm512_storeu_si512(text + count, _mm512_maskz_compress_epi8(kept, in));
    count += (size_t)__builtin_popcountll(kept);
  }
  return count;
}

AVX2 static size_t compact_avx2(uint8_t *text, size_t length, struct block_index_state *state) {
  size_t count = 0;
  size_t offset = 0;
  for (; offset + 64 <= length; offset += 64) {
    __m256i low = _mm256_loadu_si256((const __m256i *)(text + offset));
    __m256i high = _mm256_loadu_si256((const __m256i *)(text + offset + 32));
    struct classes classes = classify_256(low, high);
    KEPT_BITS(classes, state, prefix_xor)
#define WRITE(part, before)                                                                    \
  _mm_storel_epi64(                                                                            \
    (__m128i *)(text + count + (before)),                                                      \
    _mm_shuffle_epi8(                                                                          \
      _mm_loadl_epi64((const __m128i *)(text + offset + (part) * 8)),                          \
      _mm_loadl_epi64((const __m128i *)(places_in_byte + (uint8_t)(kept >> (part) * 8)))))
    FOR_EACH_BYTE(kept, WRITE);
#undef WRITE
    count += (size_t)__builtin_popcountll(kept);
  }
  return count;
}

static size_t compact_blocks(
  int level, uint8_t *text, size_t length, struct block_index_state *state) {
  switch (level) {
    case 2: return compact_avx512(text, length, state);
    case 1: return compact_avx2(text, length, state);
    default: return 0;
  }
}

void block_index_chunk(
  int level, const uint8_t *source, uint8_t *text, size_t offset, size_t length,
  struct block_index_state *state, struct block_index_places *places) {
  if (level == 2)
    chunk_avx512(source, text, offset, length, state, places);
  else
    chunk_avx2(source, text, offset, length, state, places);
}

#else

int block_index_level(void) { return 0; }

void block_index_chunk(
  int level, const uint8_t *source, uint8_t *text, size_t offset, size_t length,
  struct block_index_state *state, struct block_index_places *places) {
  (void)level, (void)source, (void)text, (void)offset, (void)length, (void)state, (void)places;
}

static size_t compact_blocks(
  int level, uint8_t *text, size_t length, struct block_index_state *state) {
  (void)level, (void)text, (void)length, (void)state;
  return 0;
}

#endif

size_t block_index_compact(int level, uint8_t *text, size_t length) {
  struct block_index_state state = {0};
  size_t count = compact_blocks(level, text, length, &state);
  // What is left after the whole blocks, or everything if there is no kernel.
  int in_string = state.in_string != 0;
  int escaped = state.escaped != 0;
  for (size_t offset = level == 0 ? 0 : length / 64 * 64; offset < length; offset++) {
    uint8_t byte = text[offset];
    int is_white = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (is_white && !in_string) continue;
    text[count++] = byte;
    if (byte == '"' && !escaped) in_string = !in_string;
    escaped = byte == '\\' && !escaped;
  }
  return count;
}
