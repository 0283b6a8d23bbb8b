// yyjson without Python around it. It patches a deep copy of the document.
#include <yyjson.h>

#include "protocol.h"

struct prepared {
  yyjson_doc *document, *patch;
};

static yyjson_doc *parsed(const struct text *text) {
  return yyjson_read(text->bytes, text->size, YYJSON_READ_NOFLAG);
}

static bool parse(const struct input *input) {
  yyjson_doc *document = parsed(&input->document);
  yyjson_doc_free(document);
  return document != NULL;
}

static void *prepare(const struct input *input) {
  struct prepared *task = malloc(sizeof *task);
  *task = (struct prepared){parsed(&input->document), parsed(&input->patch)};
  return task;
}

static void release(void *prepared) {
  struct prepared *task = prepared;
  yyjson_doc_free(task->document);
  yyjson_doc_free(task->patch);
  free(task);
}

static yyjson_mut_doc *patched(const struct prepared *task) {
  yyjson_patch_err error;
  yyjson_mut_doc *result = yyjson_mut_doc_new(NULL);
  yyjson_mut_val *root = yyjson_patch(
    result, yyjson_doc_get_root(task->document), yyjson_doc_get_root(task->patch), &error);
  yyjson_mut_doc_set_root(result, root);
  if (root) return result;
  yyjson_mut_doc_free(result);
  return NULL;
}

static void *apply(void *prepared) { return patched(prepared); }

static void discard(void *result) { yyjson_mut_doc_free(result); }

static char *patch(const struct input *input, size_t *size) {
  struct prepared task = {parsed(&input->document), parsed(&input->patch)};
  yyjson_mut_doc *result = task.document && task.patch ? patched(&task) : NULL;
  char *text = result ? yyjson_mut_write(result, YYJSON_WRITE_NOFLAG, size) : NULL;
  yyjson_mut_doc_free(result);
  yyjson_doc_free(task.document);
  yyjson_doc_free(task.patch);
  return text;
}

int main(int count, char **arguments) {
  struct peer peer = {YYJSON_VERSION_STRING, parse, patch, prepare, release, apply, discard};
  return serve(&peer, count, arguments);
}
