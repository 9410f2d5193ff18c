#include "server/exchange/register.hpp"

#include <catch2/catch.hpp>
#include <sstream>

namespace commonweal::exchange {
namespace {

struct Read {
    std::vector<RegisterRow> rows;
    RegisterSummary summary;
};

std::expected<RegisterSummary, RegisterRejection> read_into(std::vector<RegisterRow>& rows,
                                                            const std::string& file,
                                                            std::size_t rejections_max = 100) {
    std::istringstream input{file};
    return read_register(input, {.begin = {},
                                 .take = [&](RegisterRow row) { rows.push_back(std::move(row)); },
                                 .progress = {},
                                 .rejections_max = rejections_max});
}

Read read(const std::string& file) {
    Read all;
    auto summary = read_into(all.rows, file);
    REQUIRE(summary.has_value());
    all.summary = *summary;
    return all;
}

/// A file with a URN, a name and one more column, and that column's field in its only row.
RegisterRejection rejected(const std::string& heading, const std::string& field) {
    const Read all =
        read("URN,EstablishmentName," + heading + "\n145398,Ashton Park," + field + "\n");
    CHECK(all.rows.empty());
    REQUIRE(all.summary.rejected.size() == 1);
    CHECK(all.summary.rejected[0].row == 2);
    CHECK(all.summary.rejected[0].column == heading);
    return all.summary.rejected[0];
}

RegisterRejection unusable(const std::string& file) {
    std::vector<RegisterRow> rows;
    auto summary = read_into(rows, file);
    REQUIRE_FALSE(summary.has_value());
    CHECK(rows.empty());
    return summary.error();
}

}  // namespace

TEST_CASE("Given a row with every column, when read, then each value is there") {
    const Read all = read(
        "URN,LA (code),LA (name),EstablishmentName,TypeOfEstablishment (name),"
        "EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,"
        "PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,Trusts (code),Trusts (name),"
        "Federations (code),Federations (name),Town,Postcode,Easting,Northing\r\n"
        "109278,801,\"Bristol, City of\",Ashton Park School,Foundation school,"
        "Local authority maintained schools,Closed,01-09-1955,30-06-2018,Secondary,11,18,0042,"
        "A TRUST,7,A FEDERATION,Bristol,BS3 2JL,356194,171503\r\n");
    REQUIRE(all.rows.size() == 1);
    const RegisterRow& row = all.rows[0];
    CHECK(row.row == 2);
    CHECK(row.urn == 109278);
    CHECK(row.name == "Ashton Park School");
    CHECK(row.type == "Foundation school");
    CHECK(row.type_group == "Local authority maintained schools");
    CHECK(row.status == "Closed");
    CHECK(row.opened == parse_day("1955-09-01"));
    CHECK(row.closed == parse_day("2018-06-30"));
    CHECK(row.phase == "Secondary");
    CHECK(row.low_age == 11);
    CHECK(row.high_age == 18);
    CHECK(row.authority_code == "801");
    CHECK(row.authority == "Bristol, City of");
    CHECK(row.trust_code == "0042");
    CHECK(row.trust == "A TRUST");
    CHECK(row.federation_code == "7");
    CHECK(row.federation == "A FEDERATION");
    CHECK(row.town == "Bristol");
    CHECK(row.postcode == "BS3 2JL");
    CHECK(row.easting == 356194U);
    CHECK(row.northing == 171503U);
    CHECK(all.summary.absent.empty());
    CHECK(all.summary.rejected.empty());
}

TEST_CASE("Given only URN and name, when read, then the rest is absent and says so") {
    const Read all = read("EstablishmentName,URN\nLipson Co-operative Academy,136668\n");
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].urn == 136668);
    CHECK(all.rows[0].authority.empty());
    CHECK_FALSE(all.rows[0].easting.has_value());
    CHECK(all.summary.absent.size() == 18);
}

TEST_CASE("Given the short list of open schools, when read, then its own headings do") {
    const Read all = read("urn,name,open_date,town,postcode\n145398,Ashton Park,01-07-2018,B,C\n");
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].opened == parse_day("2018-07-01"));
    CHECK(all.rows[0].postcode == "C");
}

TEST_CASE("Given columns about people, when read, then a broken one is not even looked at") {
    const Read all = read(
        "URN,EstablishmentName,HeadFirstName,HeadLastName,PropsName\n"
        "145398,Ashton Park,Ada,\"Love\nlace\",\xFF\xFE\n");
    CHECK(all.rows.size() == 1);
    CHECK(all.summary.rejected.empty());
}

TEST_CASE("Given Windows-1252, when read, then names are right and the encoding is told") {
    const Read all = read("URN,EstablishmentName\n100001,St Mary\x92s Caf\xE9\n");
    CHECK(all.summary.encoding == Encoding::windows_1252);
    CHECK(all.rows.at(0).name == "St Mary’s Café");
}

TEST_CASE(
    "Given look-alike letters of another alphabet, when read, then they are kept as they are") {
    const Read all = read("URN,EstablishmentName\n138950,St Thomas а Becket\n");
    CHECK(all.summary.encoding == Encoding::utf8);
    CHECK(all.rows.at(0).name == "St Thomas а Becket");
}

TEST_CASE("Given odd spaces and line ends in a field, when read, then one space is left of them") {
    const Read all = read("URN,EstablishmentName\n 100001 ,\"  The\r\n\tLong\xC2\xA0 Name \"\n");
    CHECK(all.rows.at(0).name == "The Long Name");
}

TEST_CASE(
    "Given a row without a URN or a name, when read, then it is rejected and the rest is read") {
    const Read all = read(
        "URN,EstablishmentName\n,No Number\n100001,\nabc,Letters\n0,Nought\n12345678,Long\n"
        "-1,Minus\n100002,Good\n");
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].row == 8);
    REQUIRE(all.summary.rejected.size() == 6);
    CHECK(all.summary.rejected[0].reason == "the URN is missing");
    CHECK(all.summary.rejected[0].column == "URN");
    CHECK(all.summary.rejected[1].reason == "the name is missing");
    CHECK(all.summary.rejected[1].column == "EstablishmentName");
    for (std::size_t i = 2; i < 6; ++i)
        CHECK_THAT(all.summary.rejected[i].reason,
                   Catch::Contains("is not a URN, a number of up to seven digits"));
}

TEST_CASE("Given a field that cannot be what its column says, when read, then the row says why") {
    CHECK(rejected("OpenDate", "2018").reason == "'2018' is not a day written as DD-MM-YYYY");
    CHECK(rejected("OpenDate", "31-02-2018").reason ==
          "'31-02-2018' is not a day written as DD-MM-YYYY");
    CHECK(rejected("CloseDate", "01-07/2018").reason ==
          "'01-07/2018' is not a day written as DD-MM-YYYY");
    CHECK(rejected("StatutoryLowAge", "four").reason == "'four' is not an age in years");
    CHECK(rejected("StatutoryHighAge", "100").reason == "'100' is not an age in years");
    CHECK(rejected("Easting", "700001").reason ==
          "'700001' is not a number of metres on the British National Grid");
    CHECK(rejected("Northing", "-5").reason ==
          "'-5' is not a number of metres on the British National Grid");
    CHECK(rejected("Town", std::string(1001, 'x')).reason == "the text is longer than 1000 bytes");
}

TEST_CASE(
    "Given a long broken field, when rejected, then the reason shows its beginning in whole "
    "characters") {
    const std::string reason = rejected("StatutoryLowAge", std::string(39, 'x') + "éé").reason;
    CHECK(reason == "'" + std::string(39, 'x') + "…' is not an age in years");
}

TEST_CASE("Given days as a spreadsheet saves them, when read, then they are days") {
    const Read all = read("URN,EstablishmentName,OpenDate\n145398,Ashton Park,01/07/2018\n");
    CHECK(all.rows.at(0).opened == parse_day("2018-07-01"));
}

TEST_CASE("Given values that contradict each other, when read, then the row is rejected") {
    const Read all = read(
        "URN,EstablishmentName,OpenDate,CloseDate,StatutoryLowAge,StatutoryHighAge,Easting,"
        "Northing\n"
        "100001,Backwards,01-09-2000,31-08-1999,,,,\n"
        "100002,Ages,,,11,4,,\n"
        "100003,Half a Place,,,,,,171503\n"
        "100004,One Day,01-09-2000,01-09-2000,11,11,356194,171503\n");
    REQUIRE(all.summary.rejected.size() == 3);
    CHECK(all.summary.rejected[0].reason == "the school closes before it opens");
    CHECK(all.summary.rejected[1].reason == "the highest age is below the lowest");
    CHECK(all.summary.rejected[2].column == "Easting");
    CHECK(all.summary.rejected[2].reason == "only one of Easting and Northing is there");
    CHECK(all.rows.size() == 1);
}

TEST_CASE(
    "Given rows of the wrong shape, when read, then they are rejected with their line and column") {
    const Read all = read(
        "URN,EstablishmentName,Town\n100001,Short\n100002,Long,Town,More\n"
        "100003,\"Quo\"te,Town\n100004,\"Over\ntwo lines\",Town\n100005,Sti\"ll,Town\n");
    REQUIRE(all.summary.rejected.size() == 4);
    CHECK(all.summary.rejected[0].reason == "the row has 2 columns and the first row 3");
    CHECK(all.summary.rejected[0].column == "column 3");
    CHECK(all.summary.rejected[1].reason == "the row has 4 columns and the first row 3");
    CHECK(all.summary.rejected[2].column == "column 2");
    CHECK(all.summary.rejected[3].row == 7);
    REQUIRE(all.rows.size() == 1);
    CHECK(all.rows[0].name == "Over two lines");
}

TEST_CASE("Given empty columns behind the last heading, when read, then they do not count") {
    const Read all = read(
        "URN,EstablishmentName,,\n100001,As Wide,,\n100002,Wider,,,,\n100003,Narrower\n"
        "100004,Not Empty,,x\n");
    CHECK(all.rows.size() == 3);
    REQUIRE(all.summary.rejected.size() == 1);
    CHECK(all.summary.rejected[0].row == 5);
    CHECK(all.summary.rejected[0].column == "column 3");
}

TEST_CASE("Given a URN twice, when read, then the first counts and the second is told") {
    const Read all = read("URN,EstablishmentName\n100001,First\n100002,Other\n100001,Second\n");
    REQUIRE(all.rows.size() == 2);
    CHECK(all.rows[0].name == "First");
    REQUIRE(all.summary.rejected.size() == 1);
    CHECK(all.summary.rejected[0].row == 4);
    CHECK(all.summary.rejected[0].reason == "100001 is already on line 2");
}

TEST_CASE(
    "Given a file that is no register, when read, then the error says what is wrong with it") {
    CHECK(unusable("").reason == "the file is empty");
    CHECK(unusable("EstablishmentName\nx\n").column == "URN");
    CHECK(unusable("URN\n1\n").column == "EstablishmentName");
    CHECK(unusable("URN,URN,EstablishmentName\n1,1,x\n").reason ==
          "this column is there more than once");
    CHECK(unusable("URN;EstablishmentName\n1;x\n").reason ==
          "the columns are separated by semicolons: save the file separated by commas");
    CHECK(unusable(std::string{"\xFF\xFEU\0R\0N\0\n\0", 10}).reason ==
          "the file is in UTF-16: save it as CSV UTF-8");
    CHECK(unusable("\"URN,EstablishmentName\n1,x\n").column == "column 1");
}

TEST_CASE("Given too many broken rows, when read, then it stops and says so") {
    std::vector<RegisterRow> rows;
    const auto summary = read_into(rows, "URN,EstablishmentName\n1,\n2,\n3,\n4,Good\n", 2);
    REQUIRE_FALSE(summary.has_value());
    CHECK(summary.error().row == 4);
    CHECK_THAT(summary.error().reason, Catch::StartsWith("too many rows cannot be used"));
}

}  // namespace commonweal::exchange
