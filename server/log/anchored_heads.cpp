#include "server/log/anchored_heads.hpp"

#include <span>
#include <stdexcept>

#include "server/log/durable_file.hpp"

namespace commonweal::log {
namespace {

constexpr int lines_of_head = 7;  ///< six of the note, and an empty one

/// Cuts off the next whole head; nothing: what is left is none.
std::string_view take_whole(std::string_view& text) {
    std::size_t end = 0;
    for (int line = 0; line < lines_of_head; ++line) {
        end = text.find('\n', end);
        if (end++ == std::string_view::npos) return {};
    }
    const auto whole = text.substr(0, end);
    text.remove_prefix(end);
    return whole;
}

std::string text_of(std::span<const SignedHead> heads, const PublicKey& key) {
    std::string text;
    for (const auto& head : heads) text += to_note(head, key) + '\n';
    return text;
}

std::vector<SignedHead> thinned(const std::vector<SignedHead>& heads) {
    constexpr auto max = AnchoredHeads::heads_max;
    if (heads.size() <= max) return heads;
    std::vector<SignedHead> kept;
    for (std::size_t at = 0; at < heads.size(); ++at)
        if (at >= max / 2 || at % 2 == 0) kept.push_back(heads[at]);
    return kept;
}

}  // namespace

AnchoredHeads::AnchoredHeads(std::filesystem::path file, const PublicKey& key)
    : file_(std::move(file)), key_(key) {
    const auto text = read_file(file_);
    if (!text) return;
    std::string_view rest = *text;
    for (auto whole = take_whole(rest); !whole.empty(); whole = take_whole(rest)) {
        const auto head = read_note(whole, key_);
        const auto before = heads_.empty() ? 0 : heads_.back().head.size;
        if (!head || head->head.size <= before)
            throw std::runtime_error("The anchored head " + std::to_string(heads_.size() + 1) +
                                     " in " + file_.string() +
                                     " is damaged or signed by another key; restore that file "
                                     "and the log's key from a backup.");
        heads_.push_back(*head);
    }
    is_whole_ = rest.empty();
}

void AnchoredHeads::add(const SignedHead& head) {
    auto heads = heads_;
    heads.push_back(head);
    if (!is_whole_ || heads.size() > heads_max) {
        heads = thinned(heads);
        write_durably(file_, text_of(heads, key_));
    } else {
        is_whole_ = false;  // until all of it stands there
        append_durably(file_, text_of({&head, 1}, key_));
    }
    is_whole_ = true;
    heads_ = std::move(heads);
}

}  // namespace commonweal::log
