// Words of an event that are forgotten while the event stays.

#include "domain/redaction/redaction.hpp"

#include "tests/domain/words.hpp"

using namespace commonweal;
using namespace commonweal::testing;
using namespace commonweal::redaction;

namespace {

using Words = std::vector<std::string>;
const Words held{"note", "reason"};

Redact redact(Words words) {
    return {7, std::move(words), ForgetReason::mistake, {}};
}
Words redacted(const Decision<Fact>& decided) {
    REQUIRE(decided);
    return std::get<Redacted>(*decided).words;
}
Refusal refused(const Decision<Fact>& decided) {
    REQUIRE_FALSE(decided);
    return decided.error();
}

}  // namespace

TEST_CASE("some words of an event are redacted, or all that it holds") {
    CHECK(redacted(decide({}, held, redact({"reason"}))) == Words{"reason"});
    CHECK(redacted(decide({}, held, redact({}))) == held);
    const auto fact = decide({}, held, redact({}));
    CHECK(std::get<Redacted>(*fact).event == 7);
    CHECK(std::get<Redacted>(*fact).why == ForgetReason::mistake);
}

TEST_CASE("what was redacted is not redacted again") {
    Redaction redaction;
    evolve(redaction, *decide(redaction, held, redact({"note"})));
    CHECK(redacted(decide(redaction, held, redact({}))) == Words{"reason"});
    CHECK(refused(decide(redaction, held, redact({"note"}))) == Refusal{Rule::same_again, "7"});
    evolve(redaction, *decide(redaction, held, redact({})));
    CHECK(refused(decide(redaction, held, redact({}))) == Refusal{Rule::same_again, "7"});
}

TEST_CASE("only words that the event holds are redacted") {
    CHECK(refused(decide({}, {}, redact({}))).rule == Rule::nothing_chosen);
    CHECK(refused(decide({}, held, redact({"visit"}))) == Refusal{Rule::not_found, "visit"});
    auto command = redact({"note"});
    command.note = Personal<FreeText>::plain(std::string(4001, 'x'));
    CHECK(refused(decide({}, held, command)) == Refusal{Rule::text_too_long, "note"});
}

TEST_CASE("what is left of an event's words is what was not redacted, in their order") {
    Redaction redaction;
    CHECK(left(redaction, held) == held);
    evolve(redaction, *decide(redaction, held, redact({"note"})));
    CHECK(left(redaction, held) == Words{"reason"});
    evolve(redaction, *decide(redaction, held, redact({})));
    CHECK(left(redaction, held).empty());
}
