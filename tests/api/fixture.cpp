#include "tests/api/fixture.hpp"

#include <future>

namespace commonweal::api::testing {
namespace {

std::string request_text(const std::string& method, const std::string& target,
                         const std::string& body, const Headers& headers) {
    std::string text = method + " " + target + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n";
    bool typed = body.empty();
    for (const auto& [name, value] : headers) {
        text += name + ": " + value + "\r\n";
        typed = typed || name == "Content-Type";
    }
    if (!typed) text += "Content-Type: application/json\r\n";
    if (!body.empty() || method == "POST")
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

Answer talk(Client client, const std::string& method, const std::string& text) {
    client.send(text);
    const auto reply = client.reply(method == "HEAD");
    Answer answer{reply.status, reply.head, reply.body, {}};
    boost::json::error_code ec;
    auto json = boost::json::parse(reply.body, ec);
    if (!ec) answer.json = std::move(json);
    return answer;
}

/// A school a row.
constexpr const char* register_csv =
    "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),LA (code),LA (name)\n"
    "100001,Ashton Park School,Open,Secondary,801,Bristol\n"
    "100002,Barton Hill Primary,Open,Primary,801,Bristol\n"
    "100003,Clifton High School,Open,Secondary,801,Bristol\n"
    "100004,Dundry Primary,Open,Primary,801,Bristol\n"
    "100009,Closed Lane School,Closed,Primary,801,Bristol\n";

}  // namespace

const Answer& must(const Answer& answer) {
    if (answer.status >= 300) throw std::runtime_error(answer.text);
    return answer;
}

std::string Answer::header(std::string_view name) const {
    const auto at = head.find("\r\n" + std::string(name) + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + 4 + name.size();
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::string Answer::problem() const {
    const auto* object = json.if_object();
    const auto* type = object != nullptr ? object->if_contains("type") : nullptr;
    if (type == nullptr) return {};
    const std::string whole(type->as_string());
    return whole.starts_with("/problems/") ? whole.substr(10) : whole;
}

Answer call(unsigned short port, const std::string& method, const std::string& target,
            const std::string& body, const Headers& headers) {
    return talk(Client(port), method, request_text(method, target, body, headers));
}

Answer call_socket(const std::filesystem::path& socket, const std::string& method,
                   const std::string& target, const std::string& body, const Headers& headers) {
    return talk(Client(socket), method, request_text(method, target, body, headers));
}

Answer Caller::get(const std::string& target, Headers more) const {
    more.insert(more.end(), headers.begin(), headers.end());
    return call(port, "GET", target, {}, more);
}

Answer Caller::post(const std::string& target, const boost::json::value& body, Headers more) const {
    more.insert(more.end(), headers.begin(), headers.end());
    return call(port, "POST", target, boost::json::serialize(body), more);
}

Watcher::Watcher(unsigned short port, const Headers& headers) : client_(port) {
    std::string lines;
    for (const auto& [name, value] : headers) lines += name + ": " + value + "\r\n";
    const auto reply = client_.upgrade(lines);
    if (reply.status != 101) throw std::runtime_error("no WebSocket: " + reply.head + reply.body);
}

void Watcher::subscribe(const std::string& topic, std::optional<Position> from) {
    boost::json::object message{{"type", "subscribe"}, {"topic", topic}};
    if (from) message["from"] = *from;
    say(boost::json::serialize(message));
}

boost::json::object Watcher::next() {
    while (true) {
        const auto frame = client_.frame();
        if (frame.opcode != 1) continue;
        auto message = boost::json::parse(frame.payload).as_object();
        if (message.at("type") != "ping") return message;
    }
}

Served::Served(ProgramOptions options) {
    options.data = folder_.path();
    options.listen = "127.0.0.1:0";
    options.clock = &clock_;
    options.seed = 11;
    options.log_requests = false;
    program_ = std::make_unique<Program>(std::move(options));
    const auto address = program_->listen();
    port_ = static_cast<unsigned short>(std::stoi(address.substr(address.rfind(':') + 1)));
    thread_ = std::thread([this] { program_->run(); });
    populate();
}

Served::~Served() {
    program_->stop();
    thread_.join();
    program_.reset();
}

void Served::populate() {
    must(as_operator("POST", "/api/v1/register", register_csv, "text/csv"));
    network = must(as_operator("POST", "/api/v1/networks", R"({"name":"West of England"})")).id();
    cluster = must(as_operator("POST", "/api/v1/clusters",
                               R"({"name":"Harbour cluster","network":")" + network + "\"}"))
                  .id();
    const auto join = [&](const std::string& place, const char* school) {
        must(as_operator("POST", place + "/join", std::string(R"({"school":")") + school + "\"}"));
    };
    for (const char* school : {ashton, barton, clifton})
        join("/api/v1/networks/" + network, school);
    for (const char* school : {ashton, barton}) join("/api/v1/clusters/" + cluster, school);
    ada = add("Ada", "lead", ashton);
    ben = add("Ben", "lead", barton);
    cleo = add("Cleo", "lead", clifton);
    coordinator = add("Cora", "coordinator", network);
    administrator = add("Olga", "administrator", "");
}

std::string Served::add(const std::string& name, const std::string& role,
                        const std::string& place) {
    const boost::json::object body{
        {"name", name + " Example"},
        {"email", name + "@school.example"},
        {"password", password},
        {"roles", boost::json::array{{{"role", role}, {"place", place}}}}};
    const auto answer = as_operator("POST", "/api/v1/people", boost::json::serialize(body));
    if (answer.status != 201) throw std::runtime_error(answer.head + answer.text);
    return answer.id();
}

Caller Served::as(const std::string& person) {
    const auto answer = as_operator("POST", "/api/v1/tokens", R"({"person":")" + person + "\"}");
    return {port_,
            {{"Authorization", "Bearer " + std::string(answer.json.at("token").as_string())}}};
}

Caller Served::browser(const std::string& email, const std::string& secret) const {
    const auto answer = nobody().post("/api/v1/session", {{"email", email}, {"password", secret}});
    if (answer.status != 200) throw std::runtime_error(answer.head + answer.text);
    const auto cookie = answer.header("Set-Cookie");
    return {port_,
            {{"Cookie", cookie.substr(0, cookie.find(';'))},
             {"X-CSRF-Token", std::string(answer.json.at("csrf_token").as_string())}}};
}

Answer Served::as_operator(const std::string& method, const std::string& target,
                           const std::string& body, const std::string& type) {
    return call_socket(control_socket_of(data()), method, target, body, {{"Content-Type", type}});
}

std::string Served::requested(const std::string& note) {
    boost::json::object body{{"guest", barton}, {"host", ashton}, {"theme", "equity"}};
    if (!note.empty()) body["note"] = note;
    const auto answer = as(ben).post("/api/v1/visits", body);
    if (answer.status != 201) throw std::runtime_error(answer.head + answer.text);
    return answer.id();
}

void Served::folded() {
    std::promise<void> told;
    program().projector().when_folded(program().app().log().head().position,
                                      [&](bool) { told.set_value(); });
    told.get_future().get();
}

}  // namespace commonweal::api::testing
