/// How many digits there are at a place of a text.
///
/// A header, so that the scanner in Swift takes it in: a number is most often read before a call would have returned.
#ifndef DIGIT_RUN_H
#define DIGIT_RUN_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes are looked at together.
#define DIGIT_RUN_BLOCK 16

#if defined(__SSE2__)

#include <emmintrin.h>

/// Counts the digits that a text begins with, up to `DIGIT_RUN_BLOCK`.
static inline size_t digit_run(const uint8_t *_Nonnull text) {
  __m128i values =
    _mm_sub_epi8(_mm_loadu_si128((const __m128i *)text), _mm_set1_epi8('0'));
  __m128i are_digits = _mm_cmpeq_epi8(_mm_min_epu8(values, _mm_set1_epi8(9)), values);
  return (size_t)__builtin_ctz(~(uint32_t)_mm_movemask_epi8(are_digits));
}

#else

static inline size_t digit_run(const uint8_t *_Nonnull text) {
  size_t count = 0;
  while (count < DIGIT_RUN_BLOCK && (uint8_t)(text[count] - '0') < 10) count++;
  return count;
}

#endif

#endif
