// What clients say, understood or refused.
#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include "server/live/messages.hpp"

namespace commonweal::live::testing {

TEST_CASE("The messages of the protocol are understood") {
    const auto subscribe =
        parse_message(R"({"type":"subscribe","topic":"school/1/network","from":7})");
    CHECK(subscribe.wrong.empty());
    CHECK(subscribe.type == "subscribe");
    CHECK(subscribe.topic == "school/1/network");
    CHECK(subscribe.from == 7);
    CHECK_FALSE(parse_message(R"({"type":"subscribe","topic":"x","from":null})").from);
    CHECK(parse_message(R"({"type":"pong"})").wrong.empty());
    CHECK(parse_message(R"({"type":"unsubscribe","topic":"x"})").wrong.empty());
}

TEST_CASE("Whatever else comes is refused in words") {
    for (const char* text :
         {"", "{", "[]", "null", "7", "\"subscribe\"", "{}", R"({"type":7})", R"({"type":"hello"})",
          R"({"type":"subscribe","topic":"x","from":-1})", R"({"type":"subscribe","from":"7"})",
          R"({"type":"subscribe","from":1.5})", R"({"type":"subscribe","from":1e40})",
          R"({"type":"subscribe","from":{}})", R"({"type":"subscribe"} {})",
          "{\"type\":\"\xFF\"}"}) {
        INFO(text);
        CHECK_FALSE(parse_message(text).wrong.empty());
    }
    CHECK_FALSE(parse_message(std::string(60'000, '[')).wrong.empty());
}

TEST_CASE("Changes merge into what they are together") {
    view::DashboardChange first, second;
    first.name = "One";
    second.name = "Two";
    first.members_left = {{1}};
    app::AnyChange change = first;
    merge(change, second);
    CHECK(std::get<view::DashboardChange>(change).name == "Two");
    CHECK(std::get<view::DashboardChange>(change).members_left.size() == 1);
}

TEST_CASE("A refusal says which topic, however it is written") {
    const auto message = boost::json::parse(
        *refused_message("a\"b\\\n", 404, "/problems/not-found", "There is no such topic"));
    CHECK(message.at("topic") == "a\"b\\\n");
    CHECK(message.at("problem").at("status") == 404);
}

}  // namespace commonweal::live::testing
