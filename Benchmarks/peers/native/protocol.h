// The protocol between PatchBenchmarks and a peer written in C or C++; README.md beside this folder
// describes it. A peer fills in `struct peer` and hands it to `serve`.
#pragma once
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct text {
  char *bytes;  // followed by a zero byte, which does not count
  size_t size;
};

struct input {
  struct text document, patch;
};

struct peer {
  const char *version;
  // Parses a document and releases it.
  bool (*parse)(const struct input *);
  // Parses document and patch, applies, writes: the result is `malloc`ed, or null when refused.
  char *(*patch)(const struct input *, size_t *size);
  // A parsed document and a parsed patch.
  void *(*prepare)(const struct input *);
  void (*release)(void *prepared);
  // All or nothing: the prepared document stays as it is, the result is released by `discard`.
  void *(*apply)(void *prepared);
  void (*discard)(void *result);
};

// An answer that takes longer than this will not come.
enum { patience = 60 };

static double protocol_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

static struct text protocol_text(FILE *file, size_t size) {
  struct text text = {(char *)malloc(size + 1), size};
  if (fread(text.bytes, 1, size, file) != size) exit(2);
  text.bytes[size] = 0;
  return text;
}

static struct input protocol_input(void) {
  size_t document, patch;
  if (scanf("%zu %zu", &document, &patch) != 2 || getchar() != '\n') exit(2);
  struct input input;
  input.document = protocol_text(stdin, document);
  input.patch = protocol_text(stdin, patch);
  return input;
}

static void protocol_free(struct input *input) {
  free(input->document.bytes);
  free(input->patch.bytes);
}

static bool protocol_pass(
    const struct peer *peer, const char *task, const struct input *inputs, void **prepared,
    size_t count, double *elapsed) {
  bool applies = strcmp(task, "apply") == 0, patches = strcmp(task, "patch") == 0;
  double start = protocol_clock();
  for (size_t i = 0; i < count; i++) {
    if (applies) {
      double began = protocol_clock();
      void *result = peer->apply(prepared[i]);
      *elapsed += protocol_clock() - began;
      if (!result) return false;
      peer->discard(result);
    } else if (patches) {
      size_t size;
      char *result = peer->patch(&inputs[i], &size);
      if (!result) return false;
      free(result);
    } else if (!peer->parse(&inputs[i])) {
      return false;
    }
  }
  if (!applies) *elapsed += protocol_clock() - start;
  return true;
}

static void protocol_time(const struct peer *peer, const struct input *inputs, size_t count) {
  char task[16];
  long samples, iterations;
  if (scanf("%15s %ld %ld", task, &samples, &iterations) != 3) exit(2);
  void **prepared = (void **)calloc(count + 1, sizeof *prepared);
  bool possible = true;
  if (strcmp(task, "apply") == 0)
    for (size_t i = 0; i < count; i++) possible &= (prepared[i] = peer->prepare(&inputs[i])) != NULL;
  double ignored = 0;
  possible = possible && protocol_pass(peer, task, inputs, prepared, count, &ignored);
  for (long sample = 0; possible && sample < samples; sample++) {
    double elapsed = 0;
    for (long i = 0; possible && i < iterations; i++)
      possible = protocol_pass(peer, task, inputs, prepared, count, &elapsed);
    printf("%.0f ", elapsed);
  }
  puts(possible ? "" : "cannot");
  for (size_t i = 0; i < count; i++)
    if (prepared[i]) peer->release(prepared[i]);
  free(prepared);
}

static void protocol_try(const struct peer *peer) {
  struct input input = protocol_input();
  size_t size;
  char *result = peer->patch(&input, &size);
  if (result) {
    printf("ok %zu\n", size);
    fwrite(result, 1, size, stdout);
  } else {
    puts("refused");
  }
  free(result);
  protocol_free(&input);
}

static int protocol_apply_files(const struct peer *peer, const char *patch, const char *document) {
  const char *paths[] = {document, patch};
  struct text texts[2];
  for (int i = 0; i < 2; i++) {
    FILE *file = fopen(paths[i], "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    size_t size = ftell(file);
    rewind(file);
    texts[i] = protocol_text(file, size);
    fclose(file);
  }
  struct input input = {texts[0], texts[1]};
  size_t size;
  char *result = peer->patch(&input, &size);
  if (!result) return 1;
  return fwrite(result, 1, size, stdout) == size ? 0 : 2;
}

static int serve(const struct peer *peer, int count, char **arguments) {
  if (count == 4) return protocol_apply_files(peer, arguments[2], arguments[3]);
  struct input *inputs = NULL;
  size_t loaded = 0;
  char request[16];
  puts(peer->version);
  fflush(stdout);
  while (scanf("%15s", request) == 1) {
    alarm(patience);
    if (strcmp(request, "load") == 0) {
      for (size_t i = 0; i < loaded; i++) protocol_free(&inputs[i]);
      if (scanf("%zu", &loaded) != 1) return 2;
      inputs = (struct input *)realloc(inputs, (loaded + 1) * sizeof *inputs);
      for (size_t i = 0; i < loaded; i++) inputs[i] = protocol_input();
    } else if (strcmp(request, "try") == 0) {
      protocol_try(peer);
    } else {
      protocol_time(peer, inputs, loaded);
    }
    fflush(stdout);
    alarm(0);
  }
  return 0;
}
