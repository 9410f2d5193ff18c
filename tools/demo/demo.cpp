#include "tools/demo/demo.hpp"

#include <sstream>

#include "server/main/program.hpp"
#include "tools/demo/cast.hpp"
#include "tools/demo/lineage_scenes.hpp"
#include "tools/demo/sample.hpp"
#include "tools/demo/story.hpp"

namespace commonweal::demo {
namespace {

bool holds_nothing(const std::filesystem::path& folder) {
    return !std::filesystem::exists(folder) || std::filesystem::is_empty(folder);
}

/// The first of September at least two years before a day.
Day first_day_before(Day today) {
    const std::chrono::year_month_day date{today};
    const auto years = date.month() >= std::chrono::September ? 2 : 3;
    return (date.year() - std::chrono::years{years}) / std::chrono::September / 1;
}

void import_sample(Program& program) {
    std::istringstream file{std::string(sample_register())};
    const auto result =
        program.imports().run(file, {PersonId{}, {{person::RoleKind::administrator, ""}}}, false);
    if (!result) throw std::runtime_error("the sample register cannot be read: " + result.error());
}

void make(const std::filesystem::path& data, std::uint64_t seed, Day today,
          const Progress& progress) {
    const Day first = first_day_before(today);
    app::SetClock clock(app::london_time(first, std::chrono::hours{8}));
    ProgramOptions options;
    options.data = data;
    options.clock = &clock;
    options.seed = seed;
    Program program(std::move(options));
    import_sample(program);
    Stage stage(program, clock, seed);
    open_predecessors(stage);
    const auto cast = engage(stage);
    play(stage, cast, first, today, progress);
}

}  // namespace

const std::vector<Account>& accounts() {
    static const std::vector<Account> all{
        {"lead", "lead@ashton-park.example", "commonweal-demo"},
        {"head", "head@ashton-park.example", "commonweal-demo"},
        {"coordinator", "coordinator@network.example", "commonweal-demo"},
        {"administrator", "administrator@network.example", "commonweal-demo"},
        {"researcher", "researcher@university.example", "commonweal-demo"},
        {"assessor", "assessor@scheme.example", "commonweal-demo"},
    };
    return all;
}

bool make_where_empty(const std::filesystem::path& data, std::uint64_t seed, Day today,
                      const Progress& progress) {
    if (!holds_nothing(data)) return false;
    // Made beside and moved into place, so that half a network is never taken for a whole one.
    auto making = data;
    making += ".making";
    std::filesystem::remove_all(making);
    make(making, seed, today, progress);
    std::filesystem::remove(data);
    std::filesystem::rename(making, data);
    return true;
}

}  // namespace commonweal::demo
