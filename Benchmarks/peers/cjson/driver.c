// cJSON with cJSON_Utils, in its case-sensitive form. It patches in place and leaves a half-patched
// document behind when it fails, so that a patch of a prepared document needs a copy.
#include <cJSON.h>
#include <cJSON_Utils.h>

#include "protocol.h"

struct prepared {
  cJSON *document, *patch;
};

static cJSON *parsed(const struct text *text) {
  const char *end = NULL;
  cJSON *value = cJSON_ParseWithLengthOpts(text->bytes, text->size, &end, false);
  size_t rest = value ? text->size - (end - text->bytes) : 0;
  if (value && strspn(end, " \t\r\n") != rest) {
    cJSON_Delete(value);
    return NULL;
  }
  return value;
}

static bool parse(const struct input *input) {
  cJSON *document = parsed(&input->document);
  cJSON_Delete(document);
  return document != NULL;
}

static char *patch(const struct input *input, size_t *size) {
  cJSON *document = parsed(&input->document), *operations = parsed(&input->patch);
  char *result = NULL;
  if (document && operations && cJSONUtils_ApplyPatchesCaseSensitive(document, operations) == 0)
    result = cJSON_PrintUnformatted(document);
  *size = result ? strlen(result) : 0;
  cJSON_Delete(document);
  cJSON_Delete(operations);
  return result;
}

static void *prepare(const struct input *input) {
  struct prepared *task = malloc(sizeof *task);
  *task = (struct prepared){parsed(&input->document), parsed(&input->patch)};
  return task;
}

static void release(void *prepared) {
  struct prepared *task = prepared;
  cJSON_Delete(task->document);
  cJSON_Delete(task->patch);
  free(task);
}

static void *apply(void *prepared) {
  struct prepared *task = prepared;
  cJSON *copy = cJSON_Duplicate(task->document, true);
  if (cJSONUtils_ApplyPatchesCaseSensitive(copy, task->patch) == 0) return copy;
  cJSON_Delete(copy);
  return NULL;
}

static void discard(void *result) {
  cJSON_Delete(result);
}

int main(int count, char **arguments) {
  struct peer peer = {cJSON_Version(), parse, patch, prepare, release, apply, discard};
  return serve(&peer, count, arguments);
}
