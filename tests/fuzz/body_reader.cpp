// Whatever bytes a client sends as a body or as a live message: they are read or refused, within
// the bounds, and what was read without a mistake says nothing that a second reading would not.
#include <cstdint>
#include <cstdlib>

#include "domain/network/network.hpp"
#include "domain/person/person.hpp"
#include "domain/review/review.hpp"
#include "domain/visit/visit.hpp"
#include "server/codec/json_read.hpp"
#include "server/codec/json_write.hpp"
#include "server/live/messages.hpp"

using namespace commonweal;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

template <class Command>
void read_as(const boost::json::object& object) {
    std::vector<codec::BodyError> errors;
    const auto command = codec::BodyReader(errors).read<Command>(object);
    require(errors.size() <= codec::body_errors_max);
    for (const auto& error : errors) require(error.pointer.starts_with('/'));
    if (!errors.empty()) return;
    const codec::For all{access::Sees::everything(), nullptr};
    const auto written = codec::to_json(command, all);
    const auto again = codec::BodyReader(errors).read<Command>(written.as_object());
    require(errors.empty());
    require(codec::to_json(again, all) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto message = live::parse_message(text);
    require(message.wrong.empty() != message.type.empty());
    std::vector<codec::BodyError> errors;
    const auto object = codec::parse_body(text, errors);
    require(errors.size() <= 1);
    if (!errors.empty()) return 0;
    read_as<visit::Request>(object);
    read_as<visit::Move>(object);
    read_as<visit::RecordHeld>(object);
    read_as<visit::Reflect>(object);
    read_as<review::Request>(object);
    read_as<review::NameTeam>(object);
    read_as<review::AgreeDays>(object);
    read_as<review::AnswerReport>(object);
    read_as<person::GiveRole>(object);
    read_as<network::Found>(object);
    return 0;
}
