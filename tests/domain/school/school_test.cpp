// A school: what the register says of it, and where it belongs.

#include "tests/domain/given.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::school;

namespace {

Details details(const std::string& name = "Ashton Park School") {
    Details made;
    made.name = name;
    made.phase = "Secondary";
    return made;
}
const Registered registered{ashton_park, details()};
const Closed closed{ashton_park, {}};
const JoinedNetwork joined{ashton_park, severn, details()};
const JoinedCluster joined_cluster{ashton_park, avon, details()};

}  // namespace

TEST_CASE("the register names a new school") {
    given<School>().when(Register{ashton_park, details(), true, {}}).then(registered);
}

TEST_CASE("the register names a school that has closed already") {
    given<School>()
        .when(Register{ashton_park, details(), false, day("2016-08-31")})
        .then(registered, Closed{ashton_park, day("2016-08-31")});
}

TEST_CASE("a register that says nothing new changes nothing") {
    given<School>(registered).when(Register{ashton_park, details(), true, {}}).then();
    given<School>(registered, closed).when(Register{ashton_park, details(), false, {}}).then();
}

TEST_CASE("the register says something new of a school") {
    const auto renamed = details("Ashton Park");
    given<School>(registered)
        .when(Register{ashton_park, renamed, true, {}})
        .then(DetailsChanged{ashton_park, renamed})
        .when(Register{ashton_park, renamed, true, {}})
        .then();
}

TEST_CASE("a school closes, is renamed while it is closed, and opens again") {
    const auto renamed = details("Ashton Park");
    given<School>(registered)
        .when(Register{ashton_park, details(), false, day("2026-02-28")})
        .then(Closed{ashton_park, day("2026-02-28")})
        .when(Register{ashton_park, renamed, true, {}})
        .then(DetailsChanged{ashton_park, renamed}, Reopened{ashton_park})
        .when(JoinNetwork{ashton_park, severn})
        .then(JoinedNetwork{ashton_park, severn, renamed});
}

TEST_CASE("a school joins a network, and leaves it") {
    given<School>(registered)
        .when(JoinNetwork{ashton_park, severn})
        .then(joined)
        .when(JoinNetwork{ashton_park, severn})
        .then_refused(Rule::already_a_member, "Severn")
        .when(LeaveNetwork{ashton_park, severn})
        .then(LeftNetwork{ashton_park, severn})
        .when(LeaveNetwork{ashton_park, severn})
        .then_refused(Rule::not_a_member, to_text(severn));
}

TEST_CASE("a school joins a cluster, and leaves it") {
    given<School>(registered)
        .when(JoinCluster{ashton_park, avon})
        .then(joined_cluster)
        .when(JoinCluster{ashton_park, avon})
        .then_refused(Rule::already_a_member, "Avon")
        .when(LeaveCluster{ashton_park, avon})
        .then(LeftCluster{ashton_park, avon})
        .when(LeaveCluster{ashton_park, avon})
        .then_refused(Rule::not_a_member, to_text(avon));
}

TEST_CASE("a school that nobody registered joins and leaves nothing") {
    given<School>()
        .when(JoinNetwork{ashton_park, severn})
        .then_refused(Rule::school_unknown, "145398")
        .when(LeaveNetwork{ashton_park, severn})
        .then_refused(Rule::school_unknown)
        .when(JoinCluster{ashton_park, avon})
        .then_refused(Rule::school_unknown)
        .when(LeaveCluster{ashton_park, avon})
        .then_refused(Rule::school_unknown);
}

TEST_CASE("a closed school joins nothing, and may still leave") {
    given<School>(registered, joined, joined_cluster, closed)
        .when(JoinNetwork{ashton_park, numbered<NetworkId>(2)})
        .then_refused(Rule::school_closed, "145398")
        .when(JoinCluster{ashton_park, cherwell})
        .then_refused(Rule::school_closed)
        .when(LeaveCluster{ashton_park, avon})
        .then(LeftCluster{ashton_park, avon})
        .when(LeaveNetwork{ashton_park, severn})
        .then(LeftNetwork{ashton_park, severn});
}

TEST_CASE("a school joins only what is there") {
    given<School>(registered)
        .when(JoinNetwork{ashton_park, numbered<NetworkId>(9)})
        .then_refused(Rule::network_unknown, to_text(numbered<NetworkId>(9)))
        .when(JoinCluster{ashton_park, numbered<ClusterId>(9)})
        .then_refused(Rule::cluster_unknown, to_text(numbered<ClusterId>(9)));
}

TEST_CASE("schools of one trust or one federation are of one group") {
    School a;
    School b;
    CHECK_FALSE(common_group(a, b));  // no trust is not one and the same trust
    a.details.trust_code = b.details.trust_code = "2001";
    CHECK(common_group(a, b));
    b.details.trust_code = "2002";
    CHECK_FALSE(common_group(a, b));
    a.details.federation_code = b.details.federation_code = "71";
    CHECK(common_group(a, b));
}
