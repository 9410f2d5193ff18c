#include "projections/dashboard/counters.hpp"

namespace commonweal::view {
namespace {

std::uint32_t* counter(VisitCounts& counts, visit::Stage stage) {
    switch (stage) {
        case visit::Stage::none:
            return nullptr;
        case visit::Stage::requested:
            return &counts.requested;
        case visit::Stage::agreed:
            return &counts.agreed;
        case visit::Stage::dated:
            return &counts.dated;
        case visit::Stage::held:
            return &counts.held;
        case visit::Stage::declined:
            return &counts.declined;
        case visit::Stage::cancelled:
            return &counts.cancelled;
    }
    return nullptr;
}

std::uint32_t* counter(ReviewCounts& counts, review::Stage stage) {
    switch (stage) {
        case review::Stage::none:
            return nullptr;
        case review::Stage::requested:
            return &counts.requested;
        case review::Stage::team_named:
            return &counts.team_named;
        case review::Stage::days_agreed:
            return &counts.days_agreed;
        case review::Stage::held:
            return &counts.held;
        case review::Stage::drafted:
            return &counts.drafted;
        case review::Stage::answered:
            return &counts.answered;
        case review::Stage::closed:
            return &counts.closed;
        case review::Stage::declined:
            return &counts.declined;
        case review::Stage::cancelled:
            return &counts.cancelled;
    }
    return nullptr;
}

std::uint32_t* counter(PartnershipCounts& counts, partnership::Stage stage) {
    switch (stage) {
        case partnership::Stage::none:
            return nullptr;
        case partnership::Stage::proposed:
            return &counts.proposed;
        case partnership::Stage::active:
            return &counts.active;
        case partnership::Stage::paused:
            return &counts.paused;
        case partnership::Stage::declined:
            return &counts.declined;
        case partnership::Stage::withdrawn:
            return &counts.withdrawn;
        case partnership::Stage::ended:
            return &counts.ended;
    }
    return nullptr;
}

}  // namespace

std::uint32_t* counter(Counts& counts, const Progress& progress) {
    switch (progress.kind) {
        case Kind::visit:
            return counter(counts.visits, progress.visit_stage);
        case Kind::review:
            return counter(counts.reviews, progress.review_stage);
        case Kind::partnership:
            return counter(counts.partnerships, progress.partnership_stage);
    }
    return nullptr;
}

}  // namespace commonweal::view
