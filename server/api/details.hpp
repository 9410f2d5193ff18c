#pragma once
// A visit, a review and a partnership in full, each field with who may see it.

#include "domain/partnership/partnership.hpp"
#include "domain/review/review.hpp"
#include "domain/visit/visit.hpp"

namespace commonweal::api {

struct VisitDetail {
    VisitId id;
    Version version = 0;
    SchoolId guest;
    SchoolId host;
    NetworkId network;
    std::vector<ClusterId> clusters;
    std::string theme;
    visit::Stage stage = visit::Stage::none;
    std::optional<Day> day;
    Personal<FreeText> note;
    Personal<FreeText> host_note;
    Personal<FreeText> reason;
    Personal<FreeText> guest_reflection;
    Personal<FreeText> host_reflection;
    visit::Return return_stage = visit::Return::none;
    std::optional<VisitId> return_visit;  ///< that was asked for in return for this one
    std::optional<VisitId> returns;       ///< the earlier visit that this one returns
    Personal<FreeText> return_reason;
    std::optional<visit::Sheet> sheet;        ///< until four weeks after the visit
    std::optional<visit::Visitors> visitors;  ///< until then, too
    Personal<PersonName> checks_confirmed_by;
    std::vector<visit::Practice> practices;
    bool attested = false;         ///< of earlier times, entered on somebody's word
    std::vector<std::string> may;  ///< the commands that this reader may give now

    static constexpr std::array fields{
        Field{"id"},
        Field{"version"},
        Field{"guest"},
        Field{"host"},
        Field{"network"},
        Field{"clusters"},
        Field{"theme"},
        Field{"stage"},
        Field{"day"},
        Field{"note", Visibility::parties},
        Field{"host_note", Visibility::parties},
        Field{"reason", Visibility::parties},
        Field{"guest_reflection", Visibility::parties},
        Field{"host_reflection", Visibility::parties},
        Field{"return_stage"},
        Field{"return_visit"},
        Field{"returns"},
        Field{"return_reason", Visibility::parties},
        Field{"sheet", Visibility::parties},
        Field{"visitors", Visibility::parties},
        Field{"checks_confirmed_by", Visibility::parties},
        Field{"practices", Visibility::parties},
        Field{"attested"},
        Field{"may"},
    };
};
BOOST_DESCRIBE_STRUCT(VisitDetail, (),
                      (id, version, guest, host, network, clusters, theme, stage, day, note,
                       host_note, reason, guest_reflection, host_reflection, return_stage,
                       return_visit, returns, return_reason, sheet, visitors, checks_confirmed_by,
                       practices, attested, may))
static_assert(fields_are_labelled<VisitDetail>());

struct NamedPerson {
    PersonId id;
    Personal<PersonName> name;
};
BOOST_DESCRIBE_STRUCT(NamedPerson, (), (id, name))

struct ReviewDetail {
    ReviewId id;
    Version version = 0;
    SchoolId host;
    SchoolId reviewing_school;
    NetworkId network;
    std::vector<ClusterId> clusters;
    review::Stage stage = review::Stage::none;
    std::vector<review::TeamMember> team;
    std::vector<NamedPerson> people;  ///< the team's names
    std::vector<Day> days;
    std::optional<bool> accurate;
    Personal<FreeText> focus;
    Personal<FreeText> reason;
    Personal<FreeText> strengths;
    Personal<FreeText> even_better_if;
    Personal<FreeText> comments;
    bool attested = false;         ///< of earlier times, entered on somebody's word
    std::vector<std::string> may;  ///< the commands that this reader may give now

    static constexpr std::array fields{
        Field{"id"},
        Field{"version"},
        Field{"host"},
        Field{"reviewing_school"},
        Field{"network"},
        Field{"clusters"},
        Field{"stage"},
        Field{"team", Visibility::parties},
        Field{"people", Visibility::parties},
        Field{"days"},
        Field{"accurate", Visibility::team},
        Field{"focus", Visibility::team},
        Field{"reason", Visibility::parties},
        Field{"strengths", Visibility::team},
        Field{"even_better_if", Visibility::team},
        Field{"comments", Visibility::team},
        Field{"attested"},
        Field{"may"},
    };
};
BOOST_DESCRIBE_STRUCT(ReviewDetail, (),
                      (id, version, host, reviewing_school, network, clusters, stage, team, people,
                       days, accurate, focus, reason, strengths, even_better_if, comments, attested,
                       may))
static_assert(fields_are_labelled<ReviewDetail>());

struct PartnershipDetail {
    PartnershipId id;
    Version version = 0;
    SchoolId school;
    SchoolId partner;
    NetworkId network;
    std::vector<ClusterId> clusters;
    std::string purpose;
    partnership::Stage stage = partnership::Stage::none;
    Personal<FreeText> note;
    Personal<FreeText> partner_note;
    Personal<FreeText> reason;
    std::vector<partnership::Activity> activities;  ///< newest first
    std::vector<partnership::Effect> effects;       ///< newest first
    bool attested = false;                          ///< of earlier times, on somebody's word
    std::vector<std::string> may;                   ///< the commands that this reader may give now

    static constexpr std::array fields{
        Field{"id"},
        Field{"version"},
        Field{"school"},
        Field{"partner"},
        Field{"network"},
        Field{"clusters"},
        Field{"purpose"},
        Field{"stage"},
        Field{"note", Visibility::parties},
        Field{"partner_note", Visibility::parties},
        Field{"reason", Visibility::parties},
        Field{"activities", Visibility::parties},
        Field{"effects", Visibility::parties},
        Field{"attested"},
        Field{"may"},
    };
};
BOOST_DESCRIBE_STRUCT(PartnershipDetail, (),
                      (id, version, school, partner, network, clusters, purpose, stage, note,
                       partner_note, reason, activities, effects, attested, may))
static_assert(fields_are_labelled<PartnershipDetail>());

inline PartnershipDetail partnership_detail(const Partnership& p, Version version,
                                            std::vector<std::string> may) {
    return {p.id,
            version,
            p.school,
            p.partner,
            p.network,
            p.clusters,
            p.purpose,
            p.stage,
            p.note,
            p.partner_note,
            p.reason,
            {p.activities.rbegin(), p.activities.rend()},
            {p.effects.rbegin(), p.effects.rend()},
            p.attested,
            std::move(may)};
}

inline VisitDetail visit_detail(const Visit& v, Version version, std::vector<std::string> may) {
    return {v.id,
            version,
            v.guest,
            v.host,
            v.network,
            v.clusters,
            v.theme,
            v.stage,
            v.day,
            v.note,
            v.host_note,
            v.reason,
            v.guest_reflection,
            v.host_reflection,
            v.return_stage,
            v.return_visit,
            v.returns,
            v.return_reason,
            {},
            {},
            {},
            v.practices,
            v.attested,
            std::move(may)};
}

inline ReviewDetail review_detail(const Review& r, Version version, std::vector<std::string> may) {
    return {r.id,       version,       r.host,           r.reviewing_school,
            r.network,  r.clusters,    r.stage,          r.team,
            {},         r.days,        r.accurate,       r.focus,
            r.reason,   r.strengths,   r.even_better_if, r.comments,
            r.attested, std::move(may)};
}

}  // namespace commonweal::api
