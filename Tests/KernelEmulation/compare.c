/// Holds the kernel for AVX-512, emulated, against the one for AVX2: the same places, verdicts, copies and compact texts, for
/// each file as it is, cut off and damaged.
#include "block_index.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// What one kernel finds in a text.
struct findings {
  uint32_t *starts, *escaped_ends;
  size_t start_count, escaped_count;
  uint8_t *copy;
  struct block_index_state state;
};

static void *room(size_t size) {
  void *block = calloc(size, 1);
  if (!block) abort();
  return block;
}

/// Takes all places but the last few over into a list; returns how many are kept.
static size_t take(uint32_t *places, size_t count, size_t kept, uint32_t *list, size_t *listed) {
  if (kept > count) kept = count;
  memcpy(list + *listed, places, (count - kept) * 4);
  *listed += count - kept;
  memmove(places, places + count - kept, kept * 4);
  return kept;
}

static struct findings find(int level, const uint8_t *text, size_t length) {
  size_t places = length + 5 * BLOCK_INDEX_BLOCK;
  struct findings found = {
    .starts = room(places * 4), .escaped_ends = room(places * 4),
    .copy = room(length + BLOCK_INDEX_BLOCK)};
  size_t whole = length / BLOCK_INDEX_BLOCK * BLOCK_INDEX_BLOCK;
  memcpy(found.copy + whole, text + whole, length - whole);
  // No more room than the header promises, and as many kept as it allows, now and then.
  struct block_index_places chunk = {
    .starts = room((BLOCK_INDEX_CHUNK + 2 * BLOCK_INDEX_BLOCK) * 4),
    .escaped_ends = room((BLOCK_INDEX_CHUNK / 4 + BLOCK_INDEX_BLOCK) * 4)};
  for (size_t offset = 0; offset <= length; offset += BLOCK_INDEX_CHUNK) {
    block_index_chunk(level, text, found.copy, offset, length, &found.state, &chunk);
    size_t kept = offset + BLOCK_INDEX_CHUNK <= length ? offset / BLOCK_INDEX_CHUNK % 64 * 21 % 64 : 0;
    chunk.start_count = take(chunk.starts, chunk.start_count, kept, found.starts, &found.start_count);
    chunk.escaped_count =
      take(chunk.escaped_ends, chunk.escaped_count, kept, found.escaped_ends, &found.escaped_count);
  }
  free(chunk.starts);
  free(chunk.escaped_ends);
  return found;
}

static void release(struct findings found) {
  free(found.starts);
  free(found.escaped_ends);
  free(found.copy);
}

static int are_equal(struct findings a, struct findings b, const uint8_t *text, size_t length) {
  return a.start_count == b.start_count && a.escaped_count == b.escaped_count
    && !memcmp(a.starts, b.starts, a.start_count * 4)
    && !memcmp(a.escaped_ends, b.escaped_ends, a.escaped_count * 4)
    && !a.state.failed == !b.state.failed && a.state.in_string == b.state.in_string
    && a.state.blank == b.state.blank && !memcmp(a.copy, text, length)
    && !memcmp(b.copy, text, length);
}

/// Whether a text comes out of all kernels without its white space in the same way.
static int is_compacted_equally(const uint8_t *text, size_t length) {
  uint8_t *results[3];
  size_t lengths[3];
  for (int level = 0; level < 3; level++) {
    results[level] = room(length + BLOCK_INDEX_BLOCK);
    memcpy(results[level], text, length);
    lengths[level] = block_index_compact(level, results[level], length);
  }
  int equal = 1;
  for (int level = 1; level < 3; level++)
    equal = equal && lengths[level] == lengths[0] && !memcmp(results[level], results[0], lengths[0]);
  for (int level = 0; level < 3; level++) free(results[level]);
  return equal;
}

static uint64_t random_state = 0x9E3779B97F4A7C15u;

static size_t random_below(size_t bound) {
  random_state ^= random_state << 13;
  random_state ^= random_state >> 7;
  random_state ^= random_state << 17;
  return (size_t)(random_state % bound);
}

/// Changes up to six bits, and in one of three texts some bytes to those that matter most.
static void damage(uint8_t *text, size_t length) {
  if (length == 0) return;
  for (size_t count = random_below(7); count > 0; count--)
    text[random_below(length)] ^= (uint8_t)(1u << random_below(8));
  if (random_below(3) > 0) return;
  for (int i = 0; i < 5; i++) text[random_below(length)] = (uint8_t)"\\\"\\ \n"[random_below(5)];
}

int main(int count, char **paths) {
  if (block_index_level() == 0) {
    puts("skipped: this machine has no AVX2 either");
    return 0;
  }
  size_t tried = 0, differing = 0;
  for (int i = 1; i < count; i++) {
    FILE *file = fopen(paths[i], "rb");
    if (!file) return perror(paths[i]), 1;
    fseek(file, 0, SEEK_END);
    size_t size = (size_t)ftell(file);
    rewind(file);
    uint8_t *whole = room(size + 1), *text = room(size + 1);
    if (fread(whole, 1, size, file) != size) return perror(paths[i]), 1;
    fclose(file);
    for (int round = 0; round < 40; round++) {
      size_t length = round == 0 ? size : random_below(size + 1);
      memcpy(text, whole, length);
      if (round > 0) damage(text, length);
      struct findings narrow = find(1, text, length), wide = find(2, text, length);
      int equal = are_equal(narrow, wide, text, length);
      if (round == 0) equal = equal && is_compacted_equally(text, length);
      if (!equal) {
        differing++;
        fprintf(stderr, "the kernels differ: %s, round %d, %zu bytes\n", paths[i], round, length);
      }
      tried++;
      release(narrow);
      release(wide);
    }
    free(whole);
    free(text);
  }
  printf("%zu texts, %zu of them found otherwise\n", tried, differing);
  return tried == 0 || differing > 0;
}
