// Forgetting: names and addresses put right, people erased, words redacted.

#include "server/api/answer.hpp"
#include "server/api/route.hpp"

namespace commonweal::api {
namespace {

struct CorrectDetails {
    std::string name;
    std::string email;
};
BOOST_DESCRIBE_STRUCT(CorrectDetails, (), (name, email))

struct RedactText {
    std::vector<std::string> words;
    ForgetReason why = ForgetReason::mistake;
    Personal<FreeText> note;
};
BOOST_DESCRIBE_STRUCT(RedactText, (), (words, why, note))

/// Answers when what the command says is forgotten.
boost::asio::awaitable<net::Response> forget(Call call, app::Decide decide) {
    auto response = co_await write(call, std::move(decide), 200);
    const auto position = boost::json::parse(response.body).at("position").to_number<Position>();
    auto& forgetting = call.context().forgetting;
    const bool done = co_await told([&forgetting, position](std::function<void(bool)> then) {
        forgetting.when_done(position, std::move(then));
    });
    if (!done)
        throw ProblemAnswer{unavailable(
            "It is decided and written down, but the keys could not be deleted yet: that is done "
            "when the server is started again.")};
    co_return response;
}

boost::asio::awaitable<net::Response> correct_details(Call call) {
    const auto id = call.id<PersonTag>();
    auto command = call.command<CorrectDetails>();
    if (command.email.find('@') == std::string::npos)
        throw ProblemAnswer{malformed_body({{"/email", "must be an e-mail address"}})};
    person::CorrectDetails details{Personal<PersonName>::plain(std::move(command.name)),
                                   Personal<EmailAddress>::plain(std::move(command.email))};
    auto decide = app::correct_details(call.app(), id, std::move(details));
    co_return co_await forget(std::move(call), std::move(decide));
}

boost::asio::awaitable<net::Response> erase(Call call) {
    const auto id = call.id<PersonTag>();
    auto decide = app::erase_person(call.app(), id, call.command<person::Erase>());
    co_return co_await forget(std::move(call), std::move(decide));
}

boost::asio::awaitable<net::Response> redact(Call call) {
    const auto position = parse_position(call.captured());
    if (!position) throw ProblemAnswer{not_found("There is no event " + call.captured() + ".")};
    auto command = call.command<RedactText>();
    redaction::Redact meant{*position, std::move(command.words), command.why,
                            std::move(command.note)};
    auto decide = app::redact_text(call.app(), std::move(meant));
    co_return co_await forget(std::move(call), std::move(decide));
}

constexpr std::array table{
    Route{"POST", "/api/v1/people/{id}/correct-details", correct_details, Who::signed_in, "",
          "Puts somebody's name and address right; what stood there before is erased."},
    Route{"POST", "/api/v1/people/{id}/erase", erase, Who::signed_in, "",
          "Erases somebody, with the account."},
    Route{"POST", "/api/v1/events/{position}/redact", redact, Who::signed_in, "",
          "Erases words that an event holds; the event itself stays."},
};

}  // namespace

std::span<const Route> forgetting_routes() {
    return table;
}

}  // namespace commonweal::api
