// commonweal schedule: plans a round without a server.

#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "domain/scheduling/candidate_list.hpp"
#include "domain/scheduling/planner.hpp"
#include "server/codec/json_write.hpp"
#include "server/codec/planning.hpp"
#include "tools/commonweal/commands.hpp"
#include "tools/commonweal/file.hpp"
#include "tools/commonweal/progress.hpp"

namespace commonweal::tools {
namespace {

using Clock = std::chrono::steady_clock;

struct Wanted {
    std::string problem;
    std::string out;
    std::string candidates;
    std::uint64_t seed = 1;
    std::size_t steps = scheduling::Budget{}.flows;
    double time_limit = 20;
};

const codec::For everybody{access::Sees::everything(), nullptr};

std::string in_words(const codec::BodyError& error) {
    return (error.pointer.empty() ? "the problem" : error.pointer) + " " + error.detail;
}

scheduling::Problem read(const std::string& file, std::vector<scheduling::Contradiction>& unused) {
    auto read = codec::read_problem(read_file(file));
    for (const auto& error : read.errors) std::cerr << file << ": " << in_words(error) << '\n';
    if (!read.errors.empty())
        throw std::runtime_error("the problem cannot be planned: mend the places above");
    for (auto& field : read.unused) unused.push_back({field.pointer, field.detail});
    return std::move(read.problem);
}

/// A file that is there whole or not at all.
class WholeFile {
  public:
    explicit WholeFile(const std::string& path) : path_(path), part_(path + ".part"), to_(part_) {
        if (!to_) throw std::runtime_error("cannot write " + path + ": is there such a folder?");
    }
    ~WholeFile() {
        std::error_code gone;
        std::filesystem::remove(part_, gone);
    }
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    std::ostream& stream() { return to_; }
    void keep() {
        to_.close();
        if (!to_) throw std::runtime_error("cannot write " + path_ + ": is the disk full?");
        std::filesystem::rename(part_, path_);
    }

  private:
    std::string path_;
    std::string part_;
    std::ofstream to_;
};

/// One JSON object with two lists, an entry on each line: so large a file can be read line by line.
void write_candidates(const scheduling::Problem& problem, const std::string& path) {
    const auto write_list = [&](std::ostream& to, const char* name, bool blocked) {
        to << '"' << name << "\": [";
        bool first = true;
        scheduling::each_pairing(problem, [&](const scheduling::CandidatePairing& pairing) {
            if (pairing.blocked.empty() == blocked) return true;
            to << (first ? "\n" : ",\n")
               << boost::json::serialize(codec::to_json(pairing, everybody));
            first = false;
            return to.good();
        });
        to << "\n]";
    };
    WholeFile file(path);
    file.stream() << '{';
    write_list(file.stream(), "allowed", false);
    file.stream() << ",\n";
    write_list(file.stream(), "blocked", true);
    file.stream() << "}\n";
    file.keep();
}

volatile std::sig_atomic_t interrupted = 0;

/// The first interruption ends the search with the best plan so far; the second ends the program.
void listen_for_interruption() {
    std::signal(SIGINT, [](int) {
        interrupted = 1;
        std::signal(SIGINT, SIG_DFL);
    });
}

scheduling::Plan plan(const scheduling::Problem& problem, const Wanted& wanted) {
    ProgressBar bar("Planning");
    const auto begun = Clock::now();
    const auto seconds = [&] {
        return std::chrono::duration<double>(Clock::now() - begun).count();
    };
    scheduling::Budget budget;
    budget.flows = wanted.steps;
    budget.seed = wanted.seed;
    budget.stop = [&] { return interrupted != 0 || seconds() > wanted.time_limit; };
    budget.progress = [&](std::string_view, std::uint64_t done, std::uint64_t of) {
        bar.show(done, of);
    };
    auto made = scheduling::make_plan(problem, budget);
    made.seconds = seconds();
    return made;
}

void say(const scheduling::Plan& plan) {
    std::cerr << plan.placed << " of " << plan.wanted << " reviews are placed";
    if (plan.placed < plan.wanted && plan.placed == plan.placed_bound)
        std::cerr << ", and no plan can place more";
    char gap[32];
    std::snprintf(gap, sizeof gap, "%.2f", plan.gap * 100);
    if (plan.optimal)
        std::cerr << "; no plan costs less.\n";
    else
        std::cerr << "; the cost is within " << gap << " % of the least possible.\n";
    for (const auto& contradiction : plan.contradictions)
        std::cerr << (contradiction.at.empty() ? "" : contradiction.at + ": ") << contradiction.what
                  << '\n';
}

int run(const Wanted& wanted) {
    std::vector<scheduling::Contradiction> unused;
    const auto problem = read(wanted.problem, unused);
    if (!wanted.candidates.empty()) write_candidates(problem, wanted.candidates);
    listen_for_interruption();
    auto made = plan(problem, wanted);
    made.contradictions.insert(made.contradictions.end(), unused.begin(), unused.end());
    const auto json = boost::json::serialize(codec::to_json(made, everybody));
    if (wanted.out.empty()) {
        std::cout << json << '\n';
    } else {
        WholeFile file(wanted.out);
        file.stream() << json << '\n';
        file.keep();
    }
    say(made);
    return 0;
}

}  // namespace

void add_schedule(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand(
        "schedule", "Plans a round of peer reviews from a file (docs/scheduling.md)");
    auto wanted = std::make_shared<Wanted>();
    command->add_option("problem", wanted->problem, "The problem, as JSON")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--out", wanted->out, "Where the plan goes (otherwise to stdout)");
    command->add_option("--candidates", wanted->candidates,
                        "Where every allowed and every blocked pairing goes");
    command->add_option("--seed", wanted->seed, "The same seed gives the same plan")
        ->capture_default_str();
    command->add_option("--steps", wanted->steps, "How long the search goes on, whatever the time")
        ->capture_default_str()
        ->check(CLI::Range(1, 1'000'000));
    command->add_option("--time-limit", wanted->time_limit, "Seconds after which it ends")
        ->capture_default_str()
        ->check(CLI::Range(0.0, 86'400.0));
    command->callback([wanted, &chosen] { chosen = [wanted] { return run(*wanted); }; });
}

}  // namespace commonweal::tools
