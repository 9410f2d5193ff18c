// What happened to a visit, a review, a partnership or a meeting: the events of its stream, newest
// first, what was corrected beside what it was corrected to, and what was redacted.

#include "server/api/history.hpp"

#include "server/api/answer.hpp"
#include "server/api/route.hpp"
#include "server/app/redactions.hpp"
#include "server/app/streams.hpp"

namespace commonweal::api {
namespace {

/// What a visit's guests need to know is shown for a time, and no longer in its history.
template <class Fact>
constexpr bool is_shown = !boost::mp11::mp_contains<
    boost::mp11::mp_list<Unknown, visit::SheetWritten, visit::VisitorsNamed>, Fact>::value;

/// Whether the event itself stands in its row.
bool shows(const AnyFact& fact) {
    return std::visit([]<class Fact>(const Fact&) { return is_shown<Fact>; }, fact);
}

Personal<PersonName> name_of(const Call& call, const std::optional<PersonId>& person) {
    return person ? call.app().load<Person>(*person)->name : Personal<PersonName>{};
}

HistoryEntry entry_of(const Call& call, const log::Record& record, const Attribution& said) {
    HistoryEntry entry;
    entry.position = record.position;
    entry.recorded = app::instant_of(record.recorded_at);
    entry.kind = record.kind;
    entry.how = said.how;
    if (said.happened) entry.happened = said.happened->day;
    entry.by = name_of(call, said.entered_by);
    entry.on_behalf_of = name_of(call, said.on_behalf_of);
    entry.corrects = said.corrects;
    return entry;
}

RedactionEntry redaction_of(const Call& call, const app::RedactionMade& made, bool shown) {
    RedactionEntry entry;
    entry.position = made.position;
    entry.recorded = made.recorded;
    entry.why = made.redacted.why;
    // Which words there were would tell of an event that is not shown.
    if (!shown) return entry;
    entry.by = name_of(call, made.attribution.entered_by);
    entry.on_behalf_of = name_of(call, made.attribution.on_behalf_of);
    entry.words = made.redacted.words;
    entry.note = made.redacted.note;
    return entry;
}

/// What was redacted of the event, and what the reader may have redacted besides: in the past
/// nothing can be done.
void add_redactions(const Call& call, const app::Meant& meant, HistoryEntry& entry) {
    const bool shown = shows(meant.event.fact);
    Redaction so_far;
    for (const auto& made : app::redactions_of(call.app(), entry.position)) {
        if (!entry.redactions) entry.redactions.emplace();
        entry.redactions->push_back(redaction_of(call, made, shown));
        redaction::evolve(so_far, made.redacted);
    }
    if (!shown || call.at() || !app::may_redact(call.actor(), meant)) return;
    auto left = redaction::left(so_far, app::words_of(meant.event.fact));
    if (!left.empty()) entry.may_redact = std::move(left);
}

boost::json::object row_of(const Call& call, const log::Record& record, const codec::For& reader) {
    const auto meant = app::meant_by(record);
    auto entry = entry_of(call, record, meant.event.attribution);
    add_redactions(call, meant, entry);
    auto row = codec::to_json(entry, reader).as_object();
    std::visit(
        [&]<class Fact>(const Fact& fact) {
            if constexpr (is_shown<Fact>) row["event"] = codec::to_json(fact, reader);
        },
        meant.event.fact);
    return row;
}

/// A page of a stream, from a version back.
net::Response page(const Call& call, const std::string& stream, Version from,
                   const codec::For& reader) {
    const auto limit = call.limit();
    std::vector<log::Record> records;
    call.app().log().engine().read_stream(stream, from, log::Direction::back,
                                          [&](const log::Record& record) {
                                              records.push_back(record);
                                              return records.size() <= limit;
                                          });
    boost::json::object list;
    if (records.size() > limit) {
        list["next"] = std::to_string(records.back().version);
        records.pop_back();
    }
    auto& rows = list["items"].emplace_array();
    for (const auto& record : records) rows.push_back(row_of(call, record, reader));
    return json_response(200, list);
}

template <class Thing>
boost::asio::awaitable<net::Response> of(Call call) {
    const auto [thing, version] = known<Thing>(call);
    const auto cursor =
        call.query_as<Position>("cursor", parse_position, "must be the next of a page");
    co_return page(call, app::stream_of(thing->id), std::min(cursor.value_or(version), version),
                   for_reader(call, relations_to(call, *thing)));
}

constexpr std::string_view says = "What happened to it, newest first, and who entered it.";
constexpr std::array table{
    Route{"GET", "/api/v1/visits/{id}/history", of<Visit>, Who::signed_in, "cursor limit at", says},
    Route{"GET", "/api/v1/reviews/{id}/history", of<Review>, Who::signed_in, "cursor limit at",
          says},
    Route{"GET", "/api/v1/partnerships/{id}/history", of<Partnership>, Who::signed_in,
          "cursor limit at", says},
    Route{"GET", "/api/v1/meetings/{id}/history", of<Meeting>, Who::signed_in, "cursor limit at",
          says},
};

}  // namespace

std::span<const Route> history_routes() {
    return table;
}

}  // namespace commonweal::api
