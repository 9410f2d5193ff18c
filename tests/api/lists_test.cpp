// Many at once, over HTTP: previewed, taken in a row a commit, sent again without harm.
#include <catch2/catch.hpp>

#include "tests/api/fixture.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;

Answer send(Served& served, const Caller& who, const std::string& kind, const std::string& body,
            bool dry_run = false) {
    auto headers = who.headers;
    headers.emplace_back("Content-Type", "text/plain");
    auto answer = call(
        served.port(), "POST",
        "/api/v1/lists/" + kind + "?network=" + served.network + (dry_run ? "&dry_run=true" : ""),
        body, headers);
    INFO(answer.text);
    REQUIRE(answer.status == 200);
    return answer;
}
std::uint64_t number(const Answer& answer, const char* name) {
    return answer.json.at(name).to_number<std::uint64_t>();
}
std::string reason(const Answer& answer, std::size_t row) {
    return std::string(answer.json.at("rows").at(row).at("reason").as_string());
}

constexpr const char* new_schools =
    "URN,EstablishmentName,EstablishmentStatus (name)\n"
    "300001,One School,Open\n300002,Two School,Open\n300003,Three School,Closed\n";

}  // namespace

TEST_CASE("A preview says what would become of each row, and changes nothing") {
    Served served;
    served.as_operator("POST", "/api/v1/register", new_schools, "text/csv");
    const auto cora = served.as(served.coordinator);
    const auto head = served.program().app().log().head().position;
    const auto answer = send(served, cora, "members",
                             "URN\tCluster\n"
                             "300001\tHarbour cluster\n"
                             "100001\t\n"
                             "300003\t\n"
                             "399999\t\n"
                             "300002\tNo such cluster\n"
                             "x\t\n",
                             true);
    CHECK(number(answer, "created") == 1);
    CHECK(number(answer, "unchanged") == 1);
    CHECK(number(answer, "rejected") == 4);
    CHECK(answer.json.at("rows").at(0).at("says") == "One School (300001) joins Harbour cluster");
    CHECK(reason(answer, 2).find("closed") != std::string::npos);
    CHECK(reason(answer, 3).find("not known here") != std::string::npos);
    CHECK(answer.json.at("rows").at(4).at("column") == "Cluster");
    CHECK(answer.json.at("rows").at(5).at("row") == 7);
    CHECK(served.program().app().log().head().position == head);
}

TEST_CASE("Each good row is taken in; the same list again leaves what is done as it is") {
    Served served;
    served.as_operator("POST", "/api/v1/register", new_schools, "text/csv");
    const auto cora = served.as(served.coordinator);
    const std::string list = "URN,Cluster\n300001,\n399999,\n300002,harbour cluster\n";
    CHECK(number(send(served, cora, "members", list), "created") == 2);
    const auto head = served.program().app().log().head().position;
    const auto again = send(served, cora, "members", list);
    CHECK(number(again, "unchanged") == 2);
    CHECK(number(again, "rejected") == 1);
    CHECK(served.program().app().log().head().position == head);
    const auto longer = send(served, cora, "members", list + "100001,\n");
    CHECK(number(longer, "created") == 0);  // a member already, by another way
    CHECK(number(longer, "unchanged") == 3);
    served.folded();
    const auto found = cora.get("/api/v1/schools?cluster=" + served.cluster);
    CHECK(found.text.find("300002") != std::string::npos);
}

TEST_CASE("Visits, reviews and partnerships of before come with their own days, attested") {
    Served served;
    const auto cora = served.as(served.coordinator);
    const auto visits =
        send(served, cora, "visits",
             "Guest URN,Host URN,Theme,Date\n"
             "100001,100002,Equity,12/11/2024\n"
             "100001,100002,equity,2024-11-12\n"  // the same said otherwise: another
             "100001,100001,equity,2024-11-12\n"
             "100001,100002,football,2024-11-12\n"
             "100001,100002,equity,2027-01-01\n"
             "100001,100002,equity,yesterday\n");
    CHECK(number(visits, "created") == 1);
    CHECK(number(visits, "unchanged") == 1);
    CHECK(number(visits, "rejected") == 4);
    CHECK(reason(visits, 3).find("not a theme") != std::string::npos);
    CHECK(reason(visits, 5).find("09/03/2026") != std::string::npos);
    CHECK(number(send(served, cora, "reviews",
                      "Host URN,Reviewing school URN,First day,Last day\n"
                      "100001,100002,09/03/2023,10/03/2023\n"
                      "100001,100003,10/03/2023,\n"
                      "100001,100003,10/03/2023,17/03/2023\n"),
                 "created") == 2);
    const auto again = send(served, served.as(served.administrator), "visits",
                            "Date\tHost URN\tGuest URN\tTheme\tNotes\n"
                            "12-11-2024\t100002\t100001\tEquity\tfrom the old sheet\n");
    CHECK(number(again, "unchanged") == 1);  // another hand, another file, the same visit
    CHECK(number(send(served, cora, "partnerships",
                      "School URN,Partner URN,Purpose,Since\n100001,100002,Equity,01/09/2022\n"),
                 "created") == 1);
    served.folded();
    const auto listed = cora.get("/api/v1/visits?school=100001").json.at("items").at(0);
    CHECK(listed.at("attested") == true);
    CHECK(listed.at("day") == "2024-11-12");
    const auto dashboard = cora.get("/api/v1/networks/" + served.network + "/dashboard");
    CHECK(dashboard.json.at("counts").at("reviews").at("closed") == 2);
}

TEST_CASE("People are added with their post, by whoever may give it") {
    Served served;
    const auto cora = served.as(served.coordinator);
    const auto people = send(served, cora, "people",
                             "Name,Email,Role,URN\n"
                             "\"Lead, Clifton\",lead@clifton.example,Lead,100003\n"
                             "\"Head, Clifton\",head@clifton.example,head,100003\n"
                             "\"Lead, Ashton\",lead@clifton.example,lead,100001\n"
                             "Nobody,nobody,lead,100001\n"
                             "\"Cook, Ashton\",cook@ashton.example,cook,100001\n");
    CHECK(number(people, "created") == 1);
    CHECK(reason(people, 1).find("does not allow") !=
          std::string::npos);  // the head's post is not hers
    CHECK(reason(people, 2).find("e-mail address already") != std::string::npos);
    CHECK(people.json.at("rows").at(3).at("column") == "Email");
    CHECK(people.json.at("rows").at(4).at("column") == "Role");
}

TEST_CASE("A list that cannot be read is refused with what to do, and nobody else's business") {
    Served served;
    const auto post = [&](const Caller& who, const std::string& target, const std::string& body) {
        auto headers = who.headers;
        headers.emplace_back("Content-Type", "text/csv");
        return call(served.port(), "POST", target, body, headers);
    };
    const auto cora = served.as(served.coordinator);
    const auto target = "/api/v1/lists/visits?network=" + served.network;
    auto answer = post(cora, target, "Guest URN,Host URN,Theme\n1,2,3\n");
    CHECK(answer.status == 422);
    CHECK(answer.json.at("detail").as_string().find("\"Date\"") != std::string::npos);
    CHECK(post(cora, target, "").status == 422);
    std::string many = "URN\n";
    for (int i = 0; i < 2'001; ++i) many += "100001\n";
    CHECK(post(cora, "/api/v1/lists/members?network=" + served.network, many).status == 422);
    CHECK(post(cora, "/api/v1/lists/pupils?network=" + served.network, "URN\n1\n").status == 404);
    CHECK(post(cora, "/api/v1/lists/members", "URN\n1\n").status == 400);
    CHECK(post(served.as(served.ada), target, "URN\n1\n").status == 403);
}

}  // namespace commonweal::api::testing
