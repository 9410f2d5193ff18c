#pragma once
// Where the sample's story is played: commands run as somebody, at a time, with a seed for chance.

#include <map>
#include <random>

#include "server/app/commands.hpp"
#include "server/main/program.hpp"

namespace commonweal::demo {

class Stage {
  public:
    Stage(Program& program, app::SetClock& clock, std::uint64_t seed)
        : program_(&program), clock_(&clock), chance_(seed) {}

    /// Runs a command; throws where the domain refuses it, for the story is to be lawful.
    app::Done act(const access::Actor& actor, const app::Decide& decide);
    /// The same by somebody with an account, or by whoever is in their post by now.
    app::Done act(PersonId person, const app::Decide& decide);
    /// From now on somebody else acts where one of them is told to.
    void replace(PersonId person, PersonId by) { in_post_[person] = by; }
    PersonId in_post(PersonId person) const;

    void set_time(Instant now) { clock_->set(now); }
    Instant now() const { return clock_->now(); }
    Program& program() { return *program_; }
    app::App& app() { return program_->app(); }

    /// A whole number from 0 to below `end`; the same on every machine.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(chance_() % end); }
    bool happens(unsigned percent) { return below(100) < percent; }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

  private:
    Program* program_;
    app::SetClock* clock_;
    std::mt19937_64 chance_;
    std::map<PersonId, PersonId> in_post_;  ///< by whom they were followed
};

}  // namespace commonweal::demo
