#include "block_index.h"

#if defined(__x86_64__)
#define START_ROOM (BLOCK_INDEX_CHUNK + 2 * BLOCK_INDEX_BLOCK)
#define ESCAPED_ROOM (BLOCK_INDEX_CHUNK / 4 + BLOCK_INDEX_BLOCK)
#else
// Nobody asks for an index.
#define START_ROOM 1
#define ESCAPED_ROOM 1
#endif

struct block_index_places block_index_scratch(void) {
  static _Thread_local uint32_t starts[START_ROOM];
  static _Thread_local uint32_t escaped_ends[ESCAPED_ROOM];
  return (struct block_index_places){.starts = starts, .escaped_ends = escaped_ends};
}

#if defined(__x86_64__)

#include "kernel_avx2.h"
#include "kernel_avx512.h"

int block_index_level(void) {
  __builtin_cpu_init();
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi2")
      || !__builtin_cpu_supports("pclmul"))
    return 0;
  return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")
      && __builtin_cpu_supports("avx512vbmi2") ? 2 : 1;
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
