// nlohmann::ordered_json, which keeps the order of members as jpatch does.
#include "protocol.h"

#include <nlohmann/json.hpp>

using json = nlohmann::ordered_json;

namespace {

#define STRING(x) #x
#define VERSION(major, minor, patch) STRING(major) "." STRING(minor) "." STRING(patch)
const char version[] = VERSION(
    NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH);

struct Prepared {
  json document, patch;
};

json parsed(const text &text) {
  return json::parse(text.bytes, text.bytes + text.size);
}

// What the library throws is a refusal.
template <typename Work>
auto attempt(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception &) {
    return {};
  }
}

const peer nlohmann_peer = {
    version,
    [](const input *input) { return attempt([&] { return !parsed(input->document).is_discarded(); }); },
    [](const input *input, size_t *size) {
      return attempt([&]() -> char * {
        const std::string result = parsed(input->document).patch(parsed(input->patch)).dump();
        *size = result.size();
        return static_cast<char *>(memcpy(malloc(result.size() + 1), result.c_str(), result.size() + 1));
      });
    },
    [](const input *input) {
      return attempt([&]() -> void * { return new Prepared{parsed(input->document), parsed(input->patch)}; });
    },
    [](void *prepared) { delete static_cast<Prepared *>(prepared); },
    [](void *prepared) {
      const auto *task = static_cast<Prepared *>(prepared);
      return attempt([&]() -> void * { return new json(task->document.patch(task->patch)); });
    },
    [](void *result) { delete static_cast<json *>(result); },
};

}  // namespace

int main(int count, char **arguments) {
  return serve(&nlohmann_peer, count, arguments);
}
