/// A kernel that finds where the tokens of a JSON text begin, 64 bytes at a time.
///
/// C, because Swift has neither these instructions nor a way to choose them at run time. Everything it does the
/// scanner in Swift does as well, one byte after the other; both accept the same texts, and the same tests run both.
#ifndef BLOCK_INDEX_H
#define BLOCK_INDEX_H

#include <stddef.h>
#include <stdint.h>

/// How many bytes are looked at together.
#define BLOCK_INDEX_BLOCK 64

/// How many bytes one call looks at: a multiple of 64, so small that the result stays in the first cache.
#define BLOCK_INDEX_CHUNK 4096

/// What one chunk leaves to the next.
struct block_index_state {
  /// All ones if the text is within a string, else zero.
  uint64_t in_string;
  /// Whether the first byte is escaped.
  uint64_t escaped;
  /// Whether the last byte was part of a number or word.
  uint64_t scalar;
  /// Whether the string that is open has a backslash.
  uint64_t has_backslash;
  /// Whether the last block has bytes beyond ASCII.
  uint64_t beyond_ascii;
  /// Whether a control character in a string, a wrong escape or a mistake in UTF-8 was met.
  uint64_t failed;
  /// Where the `u` of the second half of a surrogate pair stands that the first half wants.
  uint64_t low_surrogate;
  /// Whether a block has nothing but white space between tokens; if none has, no white space is as long as two blocks.
  uint64_t blank;
  /// The last block.
  uint8_t last[64];
};

/// What has been found and not been used yet; whoever uses it takes it away before the next call.
struct block_index_places {
  /// Where tokens begin and strings end; room for `BLOCK_INDEX_CHUNK` + 64 more than the 64 that may be kept.
  uint32_t *_Nonnull starts;
  size_t start_count;
  /// The quotation marks that end a string with a backslash; room for `BLOCK_INDEX_CHUNK` / 4 more, since such a
  /// string has at least four bytes, than the 63 that may be kept.
  uint32_t *_Nonnull escaped_ends;
  size_t escaped_count;
};

/// The instructions that this machine has: 0 for none of use here, 1 for AVX2, 2 for AVX-512 with VBMI2.
int block_index_level(void);

/// Room for the places of one chunk, of which every thread has its own: to get it from the allocator and to give it back
/// would take a short text as long as some hundred of its bytes. Nothing in it is kept for the next text.
struct block_index_places block_index_scratch(void);

/// Finds the brackets, colons and commas outside of strings, the quotation marks at both ends of strings, and
/// the first bytes of everything else outside of strings that is not white space. Copies the text by the way, which
/// takes next to no time while it is in registers.
///
/// @param level What `block_index_level` returned, 1 or 2.
/// @param source The whole text.
/// @param text Where it is copied to. What is behind its last whole block is there already, with a block of zeros
///   behind it.
/// @param offset Where the chunk begins.
/// @param length How many bytes the text has. The block that holds the byte after the last is looked at too, so
///   that a character that the text breaks off in is noticed; the zeros there may begin one more token.
/// @param places What is found comes behind what is there.
void block_index_chunk(
  int level, const uint8_t *_Nonnull source, uint8_t *_Nonnull text, size_t offset, size_t length,
  struct block_index_state *_Nonnull state, struct block_index_places *_Nonnull places);

/// Removes the white space between the tokens of a JSON text in place.
///
/// @param level As for `block_index_chunk`, or 0.
/// @param text The text, which is well formed.
/// @return How many bytes are left.
size_t block_index_compact(int level, uint8_t *_Nonnull text, size_t length);

#endif
