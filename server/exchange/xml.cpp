#include "server/exchange/xml.hpp"

#include <expat.h>

#include <new>

namespace commonweal::exchange {
namespace {

constexpr int depth_max = 64;
constexpr std::uint64_t tag_bytes_max = 256 * 1024;
constexpr char before_local_name = '|';

std::string_view local_name(std::string_view name) {
    return name.substr(name.rfind(before_local_name) + 1);  // npos + 1 is 0
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char** at = list_; *at != nullptr; at += 2)
        if (local_name(at[0]) == name) return at[1];
    return {};
}

/// What Expat calls. After it was told to stop it may still call once or twice.
struct XmlReader::Callbacks {
    template <class Call>
    static void guard(void* user, Call call) {
        auto& reader = *static_cast<XmlReader*>(user);
        if (!reader.refusal_.empty() || reader.thrown_) return;
        try {
            call(reader);
        } catch (...) {
            reader.thrown_ = std::current_exception();
        }
        if (reader.refusal_.empty()) reader.refusal_ = reader.handler_.refusal();
        if (!reader.refusal_.empty() || reader.thrown_) XML_StopParser(reader.parser_, XML_FALSE);
    }

    static void begin(void* user, const char* name, const char** attributes) {
        guard(user, [&](XmlReader& reader) {
            if (++reader.depth_ > depth_max)
                reader.refusal_ = "its elements are nested too deeply";
            else
                reader.handler_.begin(local_name(name), XmlAttributes{attributes});
        });
    }

    static void end(void* user, const char* name) {
        guard(user, [&](XmlReader& reader) {
            --reader.depth_;
            reader.handler_.end(local_name(name));
        });
    }

    static void text(void* user, const char* part, int size) {
        guard(user, [&](XmlReader& reader) {
            reader.handler_.text({part, static_cast<std::size_t>(size)});
        });
    }

    static void doctype(void* user, const char*, const char*, const char*, int) {
        guard(user, [](XmlReader& reader) {
            reader.refusal_ = "it has a document type declaration, which no workbook needs";
        });
    }
};

XmlReader::XmlReader(XmlHandler& handler)
    : handler_(handler), parser_(XML_ParserCreateNS(nullptr, before_local_name)) {
    if (parser_ == nullptr) throw std::bad_alloc();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, Callbacks::begin, Callbacks::end);
    XML_SetCharacterDataHandler(parser_, Callbacks::text);
    XML_SetStartDoctypeDeclHandler(parser_, Callbacks::doctype);
}

XmlReader::~XmlReader() {
    XML_ParserFree(parser_);
}

std::optional<std::string> XmlReader::take(std::string_view piece) {
    return parse(piece, false);
}

std::optional<std::string> XmlReader::finish() {
    return parse({}, true);
}

std::optional<std::string> XmlReader::parse(std::string_view piece, bool last) {
    bytes_ += piece.size();
    const XML_Status status =
        XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (!refusal_.empty()) return refusal_;
    if (status != XML_STATUS_OK)
        return "line " + std::to_string(XML_GetCurrentLineNumber(parser_)) + ": " +
               XML_ErrorString(XML_GetErrorCode(parser_));
    // Expat keeps a tag that has not ended yet, and goes through it again when more comes.
    const auto done = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(parser_));
    if (!last && bytes_ - done > tag_bytes_max) return "one of its tags is too long";
    return std::nullopt;
}

}  // namespace commonweal::exchange
