/// The AVX-512 instructions of the kernel, one byte after the other: what `Tests/kernels` compiles the kernel with, so that
/// it can be tried on machines that do not have them.
///
/// Each function does what Intel's reference says of the intrinsic of that name, for the operands that the kernel uses.
#ifndef EMULATED_AVX512_H
#define EMULATED_AVX512_H

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

struct bytes_512 {
  uint8_t at[64];
};

#define EMULATED static inline struct bytes_512
#define FOR_BYTES for (int i = 0; i < 64; i++)
#define FOR_WORDS for (int i = 0; i < 16; i++)

EMULATED loadu_512(const void *bytes) {
  struct bytes_512 result;
  memcpy(&result, bytes, 64);
  return result;
}

static inline void storeu_512(void *bytes, struct bytes_512 value) { memcpy(bytes, &value, 64); }

EMULATED setzero_512(void) {
  struct bytes_512 result = {{0}};
  return result;
}

EMULATED set1_bytes_512(char byte) {
  struct bytes_512 result;
  memset(&result, (uint8_t)byte, 64);
  return result;
}

EMULATED set1_words_512(int word) {
  struct bytes_512 result;
  FOR_WORDS memcpy(result.at + 4 * i, &word, 4);
  return result;
}

EMULATED setr_long_words_512(
  long long a, long long b, long long c, long long d, long long e, long long f, long long g,
  long long h) {
  const long long words[8] = {a, b, c, d, e, f, g, h};
  return loadu_512(words);
}

EMULATED broadcast_lane_512(__m128i lane) {
  struct bytes_512 result;
  for (int i = 0; i < 4; i++) memcpy(result.at + 16 * i, &lane, 16);
  return result;
}

static inline __m128i extract_lane_512(struct bytes_512 value, int lane) {
  __m128i result;
  memcpy(&result, value.at + 16 * lane, 16);
  return result;
}

EMULATED or_512(struct bytes_512 a, struct bytes_512 b) {
  FOR_BYTES a.at[i] |= b.at[i];
  return a;
}

EMULATED and_512(struct bytes_512 a, struct bytes_512 b) {
  FOR_BYTES a.at[i] &= b.at[i];
  return a;
}

EMULATED xor_512(struct bytes_512 a, struct bytes_512 b) {
  FOR_BYTES a.at[i] ^= b.at[i];
  return a;
}

EMULATED subtract_saturating_512(struct bytes_512 a, struct bytes_512 b) {
  FOR_BYTES a.at[i] = a.at[i] > b.at[i] ? a.at[i] - b.at[i] : 0;
  return a;
}

EMULATED add_words_512(struct bytes_512 a, struct bytes_512 b) {
  FOR_WORDS {
    uint32_t first, second;
    memcpy(&first, a.at + 4 * i, 4);
    memcpy(&second, b.at + 4 * i, 4);
    first += second;
    memcpy(a.at + 4 * i, &first, 4);
  }
  return a;
}

EMULATED shift_right_short_words_512(struct bytes_512 a, int count) {
  for (int i = 0; i < 32; i++) {
    uint16_t word;
    memcpy(&word, a.at + 2 * i, 2);
    word >>= count;
    memcpy(a.at + 2 * i, &word, 2);
  }
  return a;
}

/// Looks every byte up in the table of its own lane.
EMULATED shuffle_bytes_512(struct bytes_512 table, struct bytes_512 indices) {
  struct bytes_512 result;
  FOR_BYTES {
    uint8_t index = indices.at[i];
    result.at[i] = index & 0x80 ? 0 : table.at[(i & ~15) + (index & 15)];
  }
  return result;
}

EMULATED permute_two_512(struct bytes_512 a, struct bytes_512 indices, struct bytes_512 b) {
  struct bytes_512 result;
  for (int i = 0; i < 8; i++) {
    uint64_t index;
    memcpy(&index, indices.at + 8 * i, 8);
    memcpy(result.at + 8 * i, (index & 8 ? b : a).at + 8 * (index & 7), 8);
  }
  return result;
}

EMULATED align_right_512(struct bytes_512 high, struct bytes_512 low, int count) {
  struct bytes_512 result;
  for (int lane = 0; lane < 64; lane += 16) {
    uint8_t both[32];
    memcpy(both, low.at + lane, 16);
    memcpy(both + 16, high.at + lane, 16);
    memcpy(result.at + lane, both + count, 16);
  }
  return result;
}

EMULATED compress_bytes_512(uint64_t mask, struct bytes_512 value) {
  struct bytes_512 result = {{0}};
  int count = 0;
  FOR_BYTES if (mask >> i & 1) result.at[count++] = value.at[i];
  return result;
}

EMULATED widen_bytes_512(__m128i bytes) {
  struct bytes_512 result;
  uint8_t narrow[16];
  memcpy(narrow, &bytes, 16);
  FOR_WORDS {
    uint32_t word = narrow[i];
    memcpy(result.at + 4 * i, &word, 4);
  }
  return result;
}

static inline uint64_t equal_mask_512(struct bytes_512 a, struct bytes_512 b) {
  uint64_t mask = 0;
  FOR_BYTES mask |= (uint64_t)(a.at[i] == b.at[i]) << i;
  return mask;
}

static inline uint64_t less_mask_512(struct bytes_512 a, struct bytes_512 b) {
  uint64_t mask = 0;
  FOR_BYTES mask |= (uint64_t)(a.at[i] < b.at[i]) << i;
  return mask;
}

static inline uint64_t test_mask_512(struct bytes_512 a, struct bytes_512 b) {
  uint64_t mask = 0;
  FOR_BYTES mask |= (uint64_t)((a.at[i] & b.at[i]) != 0) << i;
  return mask;
}

static inline uint64_t sign_mask_512(struct bytes_512 a) {
  uint64_t mask = 0;
  FOR_BYTES mask |= (uint64_t)(a.at[i] >> 7) << i;
  return mask;
}

// The kernel is told that it may use AVX2 and no more.
#define AVX512 __attribute__((target("avx2,bmi,bmi2,pclmul,lzcnt,popcnt")))

// Some compilers have these as macros.
#undef _mm512_setr_epi64
#undef _mm512_extracti32x4_epi32
#undef _mm512_alignr_epi8
#undef _mm512_cmpeq_epi8_mask
#undef _mm512_cmplt_epu8_mask

#define __m512i struct bytes_512
#define _mm512_loadu_si512 loadu_512
#define _mm512_storeu_si512 storeu_512
#define _mm512_setzero_si512 setzero_512
#define _mm512_set1_epi8 set1_bytes_512
#define _mm512_set1_epi32 set1_words_512
#define _mm512_setr_epi64 setr_long_words_512
#define _mm512_broadcast_i32x4 broadcast_lane_512
#define _mm512_extracti32x4_epi32 extract_lane_512
#define _mm512_or_si512 or_512
#define _mm512_and_si512 and_512
#define _mm512_xor_si512 xor_512
#define _mm512_subs_epu8 subtract_saturating_512
#define _mm512_add_epi32 add_words_512
#define _mm512_srli_epi16 shift_right_short_words_512
#define _mm512_shuffle_epi8 shuffle_bytes_512
#define _mm512_permutex2var_epi64 permute_two_512
#define _mm512_alignr_epi8 align_right_512
#define _mm512_maskz_compress_epi8 compress_bytes_512
#define _mm512_cvtepu8_epi32 widen_bytes_512
#define _mm512_cmpeq_epi8_mask equal_mask_512
#define _mm512_cmplt_epu8_mask less_mask_512
#define _mm512_test_epi8_mask test_mask_512
#define _mm512_movepi8_mask sign_mask_512

#endif
