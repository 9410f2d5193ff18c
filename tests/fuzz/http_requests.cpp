// Whatever bytes a client sends as HTTP: the reader stays within its bounds, and no cut of the same
// bytes changes which requests are read, or whether they are refused.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "server/net/http_reader.hpp"

using namespace commonweal::net;

namespace {

constexpr std::size_t header_bytes_max = 512;
constexpr std::size_t body_bytes_max = 256;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string words_for(const Request& request) {
    require(request.body.size() <= body_bytes_max);
    std::string words = request.method + ' ' + request.target + '\n';
    for (const auto& [name, value] : request.headers) words += name + ": " + value + '\n';
    return words + '\n' + request.body;
}

std::vector<std::string> read(std::string_view bytes, std::size_t piece) {
    HttpReader reader(header_bytes_max, body_bytes_max);
    std::vector<std::string> requests;
    std::string held;
    while (!bytes.empty() || !held.empty()) {
        if (bytes.empty() && !reader.has_begun()) break;
        const auto some = bytes.substr(0, piece);
        bytes.remove_prefix(some.size());
        held += some;
        const auto used = reader.feed(held);
        if (!used) {
            requests.emplace_back("refused");
            break;
        }
        held.erase(0, *used);
        require(held.size() <= header_bytes_max + piece || reader.is_complete());
        if (reader.is_complete()) {
            requests.push_back(words_for(reader.request()));
            reader.next();
        } else if (bytes.empty()) {
            break;
        }
    }
    return requests;
}

/// What is too large may be refused in one cut and taken in another, at the bounds' edges; nothing
/// else may differ.
bool agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] == "refused" || b[i] == "refused") return true;
        if (a[i] != b[i]) return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto whole = read(bytes, std::max<std::size_t>(size, 1));
    require(agree(read(bytes, 1), whole));
    require(agree(read(bytes, 7), whole));
    return 0;
}
