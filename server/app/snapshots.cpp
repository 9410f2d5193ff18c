#include "server/app/snapshots.hpp"

#include <algorithm>
#include <charconv>

#include "server/codec/compressed.hpp"
#include "server/codec/state_reader.hpp"
#include "server/codec/state_writer.hpp"
#include "server/log/crc32c.hpp"
#include "server/log/durable_file.hpp"

namespace commonweal::app {
namespace {

constexpr std::string_view magic = "commonweal views 2\n";
constexpr std::uint64_t interval_min = 4096;
constexpr std::uint64_t intervals = 48;
constexpr std::size_t name_length_max = 200;

std::string shape() {
    return std::to_string(log::crc32c(Views::shape())) + '\n';
}

/// Before the views in a file: to which place of which log they belong.
struct Header {
    Position position = 0;
    std::uint64_t events = 0;
    IdBytes commit{};            ///< of the record at the position
    std::uint32_t checksum = 0;  ///< of the compressed views
};
BOOST_DESCRIBE_STRUCT(Header, (), (position, events, commit, checksum))

std::string bytes_of(const Header& header) {
    std::string bytes;
    codec::StateWriter(bytes).put(
        std::tuple{header.position, header.events, header.commit, header.checksum});
    return bytes;
}

Header header_in(std::string_view bytes) {
    Header header;
    codec::StateReader reader(bytes);
    reader.get(header.position);
    reader.get(header.events);
    reader.get(header.commit);
    reader.get(header.checksum);
    return header;
}

IdBytes commit_at(const log::Engine& engine, Position position) {
    IdBytes commit{};
    engine.read_all(position, log::Direction::forward, [&](const log::Record& record) {
        commit = record.commit_id;
        return false;
    });
    return commit;
}

template <class Number>
std::optional<Number> number_in(const std::string& name) {
    Number number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool whole = error == std::errc() && end == name.data() + name.size();
    return whole ? std::optional(number) : std::nullopt;
}

std::optional<Position> position_in(const std::filesystem::path& file) {
    return file.extension() == ".views" ? number_in<Position>(file.stem().string()) : std::nullopt;
}

}  // namespace

Snapshots::Snapshots(std::filesystem::path folder, const log::Engine& engine, int folding)
    : root_(std::move(folder)),
      folder_(root_ / std::to_string(folding)),
      folding_(folding),
      engine_(&engine) {
    if (log::read_file(root_ / "SHAPE") != shape()) {
        std::filesystem::remove_all(root_);
        std::filesystem::create_directories(root_);
        log::write_durably(root_ / "SHAPE", shape());
    }
    std::filesystem::create_directories(folder_);
    list();
}

std::vector<int> Snapshots::versions() const {
    std::vector<int> versions;
    for (const auto& entry : std::filesystem::directory_iterator(root_))
        if (const auto version = number_in<int>(entry.path().filename().string()))
            versions.push_back(*version);
    std::ranges::sort(versions);
    return versions;
}

std::unique_ptr<Snapshots> Snapshots::of_other_version() const {
    auto others = versions();
    std::erase(others, folding_);
    if (others.empty()) return nullptr;
    return std::make_unique<Snapshots>(root_, *engine_, others.back());
}

void Snapshots::drop_other_versions() {
    for (const auto version : versions())
        if (version != folding_) std::filesystem::remove_all(root_ / std::to_string(version));
}

void Snapshots::list() {
    for (const auto& scope : std::filesystem::directory_iterator(folder_)) {
        if (!scope.is_directory()) continue;
        for (const auto& file : std::filesystem::directory_iterator(scope.path()))
            if (const auto position = position_in(file.path()))
                positions_[scope.path().filename().string()].insert(*position);
    }
}

std::uint64_t Snapshots::interval(std::uint64_t events) {
    return std::max(interval_min, events / intervals);
}

std::filesystem::path Snapshots::file_of(const std::string& scope, Position position) const {
    return folder_ / scope / (std::to_string(position) + ".views");
}

std::optional<Position> Snapshots::position_before(const std::string& scope, Position up_to) const {
    const std::lock_guard lock(mutex_);
    const auto found = positions_.find(scope);
    if (found == positions_.end()) return std::nullopt;
    const auto after = found->second.upper_bound(up_to);
    return after == found->second.begin() ? std::nullopt : std::optional(*std::prev(after));
}

Position Snapshots::newest_position(const std::string& scope) const {
    return position_before(scope, ~Position{0}).value_or(0);
}

Folded Snapshots::newest(const std::string& scope, Position up_to) const {
    while (const auto position = position_before(scope, up_to)) {
        if (auto found = load(scope, *position)) return *std::move(found);
        drop(scope, *position);
    }
    return {std::make_shared<Views>(), 0, 0};
}

std::optional<Snapshots::Kept> Snapshots::read(const std::string& scope, Position position) const {
    const auto file = log::read_file(file_of(scope, position));
    const auto begin = magic.size() + bytes_of({}).size();
    if (!file || file->size() < begin || !file->starts_with(magic)) return std::nullopt;
    const auto header = header_in(std::string_view(*file).substr(magic.size()));
    const auto state = std::string_view(*file).substr(begin);
    if (header.position != position || header.checksum != log::crc32c(state) ||
        position > engine_->head().position || header.commit != commit_at(*engine_, position))
        return std::nullopt;
    try {
        return Kept{header.events, codec::decompressed(state)};
    } catch (const codec::BadBytes&) {
        return std::nullopt;
    }
}

std::optional<Folded> Snapshots::load(const std::string& scope, Position position) const {
    try {
        const auto kept = read(scope, position);
        if (!kept) return std::nullopt;
        Folded folded{std::make_shared<Views>(), position, kept->events};
        codec::StateReader reader(kept->state);
        folded.views->load(reader);
        reader.end();
        return folded;
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

std::map<std::string, std::set<Position>> Snapshots::positions() const {
    const std::lock_guard lock(mutex_);
    return positions_;
}

void Snapshots::drop(const std::string& scope, Position position) const {
    std::error_code gone_already;
    std::filesystem::remove(file_of(scope, position), gone_already);
    const std::lock_guard lock(mutex_);
    positions_[scope].erase(position);
}

bool Snapshots::keep_where_due(const std::string& scope, const Folded& folded,
                               std::uint64_t since) {
    if (since < interval(folded.events)) return false;
    keep(scope, *folded.views, folded.events);
    return true;
}

void Snapshots::keep(const std::string& scope, const Views& views, std::uint64_t events) {
    if (scope.size() > name_length_max) return;
    std::string state;
    codec::StateWriter writer(state);
    const auto position = views.save(writer);
    state = codec::compressed(state);
    const Header header{position, events, commit_at(*engine_, position), log::crc32c(state)};
    std::filesystem::create_directories(folder_ / scope);
    log::write_durably(file_of(scope, position), std::string(magic) + bytes_of(header) + state);
    const std::lock_guard lock(mutex_);
    positions_[scope].insert(position);
}

}  // namespace commonweal::app
