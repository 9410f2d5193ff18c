#include "server/exchange/batches.hpp"

#include "domain/core/overloaded.hpp"

namespace commonweal::exchange {

void Batches::run(const app::Decide& decide) {
    app::Ask ask;
    ask.actor = *actor_;
    ask.asked = app_->asked_by(actor_->id);
    ask.asked.how = How::imported;
    ask.commit = app_->ids().random();
    if (dry_run_) {
        (void)app_->preview(ask, decide);
        return;
    }
    failed_ =
        std::visit(Overloaded{
                       [](const app::Done&) { return std::string(); },
                       [](const Refusal& refusal) {
                           return refusal.rule == Rule::not_allowed
                                      ? std::string("you may not import the register")
                                      : "some rows are more than can be stored: " + refusal.about;
                       },
                       [](const app::Busy& busy) { return busy.reason; },
                       [](const auto&) {
                           return std::string("other changes came in between again and again");
                       },
                   },
                   app_->transact_and_wait(ask, decide));
}

void Batches::add(const ImportResult& counted) {
    result_.created += counted.created;
    result_.updated += counted.updated;
    result_.closed += counted.closed;
    result_.unchanged += counted.unchanged;
    result_.passed_over += counted.passed_over;
    result_.rejected.insert(result_.rejected.end(), counted.rejected.begin(),
                            counted.rejected.end());
}

}  // namespace commonweal::exchange
