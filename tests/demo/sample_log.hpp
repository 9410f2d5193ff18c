#pragma once
// The log of the sample network: about ten thousand events of all kinds, in two years of which
// schools joined, left, changed and met. Made once for all tests of a run, and only read.

#include "server/app/feed.hpp"
#include "server/log/rocks_engine.hpp"
#include "tests/support/folder.hpp"
#include "tools/demo/demo.hpp"

namespace commonweal::demo::testing {

class SampleLog {
  public:
    static const SampleLog& one() {
        static const SampleLog sample;
        return sample;
    }
    const log::Log& log() const { return log_; }
    Position head() const { return log_.head().position; }
    /// All events of a part of the log into all of the views.
    void fold(app::Views& views, Position from, Position to) const {
        app::feed(log_.engine(), {}, from, to, [&](auto& events) { views.apply(events); });
    }

  private:
    SampleLog()
        : log_((make_where_empty(folder_.path(), 7, *parse_day("2026-11-23"), {}),
                log::open_rocks_engine(folder_.path() / "log")),
               {}) {}

    commonweal::testing::Folder folder_;
    log::Log log_;
};

}  // namespace commonweal::demo::testing
