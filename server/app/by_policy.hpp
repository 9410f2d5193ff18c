#pragma once

#include "server/app/app.hpp"

namespace commonweal::app {

/// For what the server does by itself, as its clock and its policies say: in nobody's name.
inline Ask ask_by_policy(App& app) {
    Ask ask;
    ask.asked = app.asked_by({});
    ask.asked.how = How::by_policy;
    ask.commit = app.ids().random();
    return ask;
}

}  // namespace commonweal::app
