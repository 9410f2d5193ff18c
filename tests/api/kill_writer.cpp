#include "tests/api/kill_writer.hpp"

namespace commonweal::api::testing {
namespace {

using boost::json::object;
using boost::json::serialize;

constexpr const char* ashton = Served::ashton;
constexpr const char* barton = Served::barton;
constexpr const char* register_csv =
    "URN,EstablishmentName\n100001,Ashton Park School\n100002,Barton Hill Primary\n";
/// Visits that a writer leads at once.
constexpr std::size_t led_max = 16;

Answer as_operator(const std::filesystem::path& data, const std::string& target,
                   const std::string& body, const std::string& type = "application/json") {
    return must(call_socket(data / "control.sock", "POST", target, body, {{"Content-Type", type}}));
}

/// A person's Authorization header.
std::string somebody(const std::filesystem::path& data, const std::string& name,
                     const std::string& role, const std::string& place) {
    const object person{{"name", name},
                        {"email", name + "@school.example"},
                        {"password", Served::password},
                        {"roles", boost::json::array{{{"role", role}, {"place", place}}}}};
    const auto id = as_operator(data, "/api/v1/people", serialize(person)).id();
    const auto answer = as_operator(data, "/api/v1/tokens", serialize(object{{"person", id}}));
    return "Bearer " + std::string(answer.json.at("token").as_string());
}

}  // namespace

Cast make_cast(const std::filesystem::path& data) {
    as_operator(data, "/api/v1/register", register_csv, "text/csv");
    Cast cast;
    cast.network =
        as_operator(data, "/api/v1/networks", serialize(object{{"name", "West of England"}})).id();
    for (const char* school : {ashton, barton})
        as_operator(data, "/api/v1/networks/" + cast.network + "/join",
                    serialize(object{{"school", school}}));
    cast.ashton_lead = somebody(data, "Ada", "lead", ashton);
    cast.barton_lead = somebody(data, "Ben", "lead", barton);
    cast.coordinator = somebody(data, "Cora", "coordinator", cast.network);
    return cast;
}

Answer KeptConnection::answer_to(const std::string& text) {
    client_.send(text);
    const auto reply = client_.reply();
    Answer answer{reply.status, reply.head, reply.body, {}};
    boost::json::error_code ec;
    auto json = boost::json::parse(reply.body, ec);
    if (!ec) answer.json = std::move(json);
    return answer;
}

Answer KeptConnection::get(const std::string& target, const std::string& who) {
    return answer_to("GET " + target + " HTTP/1.1\r\nHost: test\r\nAuthorization: " + who +
                     "\r\n\r\n");
}

Answer KeptConnection::post(const Asked& asked) {
    const auto body = serialize(asked.body);
    return answer_to("POST " + asked.target + " HTTP/1.1\r\nHost: test\r\nAuthorization: " +
                     asked.who + "\r\nIdempotency-Key: " + asked.key +
                     "\r\nPrefer: receipt\r\nContent-Type: application/json\r\nContent-Length: " +
                     std::to_string(body.size()) + "\r\n\r\n" + body);
}

void KilledWriter::write_until_cut_off(unsigned short port, const std::atomic<bool>& killing) {
    try {
        KeptConnection connection(port);
        while (true) {
            if (!pending_) pending_ = next();
            settle(connection.post(*pending_));
        }
    } catch (const std::exception& wrong) {
        was_cut_off(wrong.what(), killing);
    }
}

void KilledWriter::settle(const Answer& answer) {
    if (answer.status != 200 && answer.status != 201)
        throw std::runtime_error(pending_->key + ": " + answer.head + answer.text);
    const auto visit = oracle_->heard(*pending_, answer.json);
    if (pending_->step < Step::give_back && led_.size() < led_max)
        led_.push_back({visit, static_cast<Step>(static_cast<int>(pending_->step) + 1)});
    pending_.reset();
}

/// Most ask again; some never come to know.
void KilledWriter::was_cut_off(const std::string& why, bool killing) {
    const bool is_cut = why == "the connection ended early" || why.starts_with("connect") ||
                        why.starts_with("send");
    if (!killing || !is_cut) oracle_->complain(name_ + ": " + why);
    if (!pending_) return;
    pending_->again = true;
    if (one_in(6)) give_up();
}

void KilledWriter::give_up() {
    if (pending_) oracle_->give_up(*std::exchange(pending_, std::nullopt));
}

Asked KilledWriter::next() {
    if (led_.empty() || one_in(3)) return request();
    const auto led = led_.front();
    led_.pop_front();
    return lead_on(led);
}

Asked KilledWriter::request() {
    const auto name = key();
    return {.step = Step::request,
            .key = name,
            .target = "/api/v1/visits",
            .body = {{"guest", barton},
                     {"host", ashton},
                     {"theme", "equity"},
                     {"note", name},
                     {"reciprocal", true}},
            .who = cast_->barton_lead,
            .visit = {}};
}

Asked KilledWriter::lead_on(const Led& led) {
    auto asked = request();
    asked.step = led.next;
    asked.visit = led.visit;
    asked.who = cast_->ashton_lead;
    const auto visit = "/api/v1/visits/" + led.visit;
    if (led.next == Step::agree) {
        asked.target = visit + "/agree";
        asked.body = {{"note", asked.key}};
    } else if (led.next == Step::record_held) {
        asked.target = visit + "/record-held";
        asked.body = {{"day", "2025-10-07"}};
    } else {
        asked.body = {{"guest", ashton},
                      {"host", barton},
                      {"theme", "equity"},
                      {"note", asked.key},
                      {"returns", led.visit}};
    }
    return asked;
}

}  // namespace commonweal::api::testing
