#pragma once
// The tasks of schools, fed as the server feeds them.

#include "projections/diary/diary.hpp"
#include "projections/tasks/tasks.hpp"
#include "tests/projections/history.hpp"

namespace commonweal::testing {

/// The view, fed as the server feeds it.
struct Fed {
    view::Diary diary;
    view::Tasks tasks;

    explicit Fed(const Ring& ring) {
        for (const auto& happening : ring.all()) {
            const auto entered = diary.apply(happening.event, happening.recorded);
            tasks.apply(happening.event, entered, diary);
        }
    }
    /// "100001 answer_visit 2026-03-02 2026-03-16": who, what, since when, until when.
    std::vector<std::string> of(SchoolId school) const {
        std::vector<std::string> lines;
        for (const auto& task : tasks.of_school(school, diary)) lines.push_back(line(task));
        std::ranges::sort(lines);
        return lines;
    }
    static std::string line(const view::Task& task) {
        return to_text(task.school) + " " + boost::describe::enum_to_string(task.duty, "unknown") +
               " " + to_text(task.since) + " " + to_text(task.due);
    }
};

inline const SchoolId guest{100001};
inline const SchoolId host{100002};
using Lines = std::vector<std::string>;

inline Ring ring() {
    auto made = small_ring(4);
    made.begin_day();
    return made;
}

}  // namespace commonweal::testing
