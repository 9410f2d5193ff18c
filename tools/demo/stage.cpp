#include "tools/demo/stage.hpp"

namespace commonweal::demo {

app::Done Stage::act(const access::Actor& actor, const app::Decide& decide) {
    app::Ask ask;
    ask.actor = actor;
    ask.asked = app().asked_by(actor.id);
    ask.commit = app().ids().random();
    const auto outcome = app().transact_and_wait(ask, decide);
    if (const auto* done = std::get_if<app::Done>(&outcome)) return *done;
    std::string why = "the log did not take a command of the sample";
    if (const auto* refusal = std::get_if<Refusal>(&outcome))
        why = "the sample's story broke a rule: " + api::words_of(*refusal);
    throw std::runtime_error(why);
}

app::Done Stage::act(PersonId person, const app::Decide& decide) {
    return act(app().actor(in_post(person)), decide);
}

PersonId Stage::in_post(PersonId person) const {
    const auto followed = in_post_.find(person);
    return followed == in_post_.end() ? person : followed->second;
}

}  // namespace commonweal::demo
