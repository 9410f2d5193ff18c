#pragma once
// Schools that change: what hangs on one, and which ones still belong to something.

#include "server/api/people.hpp"

namespace commonweal::api {

/// What would have to go somewhere if a school were no more.
struct HangingView {
    SchoolId school;
    std::string name;
    bool open = false;
    std::vector<view::SchoolSummary> successors;  ///< that followed it and are here
    std::vector<NetworkId> networks;
    std::vector<ClusterId> clusters;
    std::vector<PersonView> people;          ///< who hold its posts, and who act for them
    std::vector<view::VisitSummary> visits;  ///< that are open, or with something left to do
    std::vector<view::ReviewSummary> reviews;
    std::vector<view::PartnershipSummary> partnerships;
    std::vector<view::MeetingSummary> meetings;  ///< that it hosts
    view::Balance balance;
    std::optional<SchoolId> history_at;  ///< for whom what it gave and received counts
    bool may = false;                    ///< the reader may hand it on
};
BOOST_DESCRIBE_STRUCT(HangingView, (),
                      (school, name, open, successors, networks, clusters, people, visits, reviews,
                       partnerships, meetings, balance, history_at, may))

/// A school that belongs to something although it has closed, or another one followed it.
struct ChangingSchool {
    view::SchoolSummary school;
    std::vector<view::SchoolSummary> successors;
};
BOOST_DESCRIBE_STRUCT(ChangingSchool, (), (school, successors))

/// Names a school that the one of the path came from.
struct LinkPredecessor {
    SchoolId predecessor;
    std::optional<std::string> name;
    school::Change change = school::Change::conversion;
    std::optional<Day> on;
};
BOOST_DESCRIBE_STRUCT(LinkPredecessor, (), (predecessor, name, change, on))

/// Gives a local number to a place outside the register.
struct AddPlace {
    std::string name;
    std::optional<std::string> type;  ///< "College"
    std::optional<std::string> phase;
    std::optional<std::string> local_authority;
    std::optional<std::string> town;
    std::optional<std::string> postcode;
    std::optional<std::int32_t> easting;   ///< metres, National Grid
    std::optional<std::int32_t> northing;  ///< metres
};
BOOST_DESCRIBE_STRUCT(AddPlace, (),
                      (name, type, phase, local_authority, town, postcode, easting, northing))

}  // namespace commonweal::api
