#pragma once
// What a search finds, as the API shows it.

#include "projections/search/search.hpp"
#include "server/api/people.hpp"

namespace commonweal::api {

struct FoundPerson {
    PersonId id;
    Personal<PersonName> name;
    std::vector<person::Role> roles;  ///< that they hold today
};
BOOST_DESCRIBE_STRUCT(FoundPerson, (), (id, name, roles))

struct Found {
    std::vector<view::SchoolSummary> schools;
    std::vector<FoundPerson> people;  ///< whom the reader may see
    std::vector<view::VisitSummary> visits;
    std::vector<view::ReviewSummary> reviews;
    std::vector<view::PartnershipSummary> partnerships;
    std::vector<view::MeetingSummary> meetings;
    std::vector<std::string> more;  ///< the kinds of which there are more
};
BOOST_DESCRIBE_STRUCT(Found, (), (schools, people, visits, reviews, partnerships, meetings, more))

}  // namespace commonweal::api
