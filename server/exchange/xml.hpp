#pragma once
// Reads XML piece by piece, with Expat, and tells a handler what comes. Names are told without
// their namespace and prefix.
//
// Owner: whoever reads; the handler must outlive it. One thread.
// Failure: a sentence. Refused besides XML that is not well-formed: any document type declaration
// (so there are no entities to expand and nothing outside is ever asked for), deep nesting, and
// tags of more than 256 KiB, which would have to be gone through again for each piece.

#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace commonweal::exchange {

/// The attributes of one element, valid until the handler returns.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** names_and_values) : list_(names_and_values) {}
    /// Empty where there is none of that name.
    std::string_view operator[](std::string_view name) const;

  private:
    const char** list_;
};

class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// A part of the text: one text may come in several. UTF-8.
    virtual void text(std::string_view part) = 0;

    /// Why nothing more is wanted; empty while it is.
    const std::string& refusal() const { return refusal_; }

  protected:
    void refuse(std::string reason) {
        if (refusal_.empty()) refusal_ = std::move(reason);
    }

  private:
    std::string refusal_;
};

class XmlReader {
  public:
    explicit XmlReader(XmlHandler& handler);
    ~XmlReader();
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;

    /// Both return what is wrong, if anything is; nothing is to be taken after that.
    std::optional<std::string> take(std::string_view piece);
    /// After the last piece.
    std::optional<std::string> finish();

  private:
    struct Callbacks;
    std::optional<std::string> parse(std::string_view piece, bool last);

    XmlHandler& handler_;
    XML_ParserStruct* parser_;
    std::uint64_t bytes_ = 0;
    int depth_ = 0;
    std::string refusal_;
    std::exception_ptr thrown_;  ///< by the handler; it must not pass through Expat
};

}  // namespace commonweal::exchange
