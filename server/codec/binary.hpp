#pragma once
// A described struct as cereal's portable binary. Lengths are 32 bits and are checked against what
// is left before they are believed (cereal itself believes any); the end must be the end.

#include <cereal/archives/portable_binary.hpp>
#include <cereal/types/common.hpp>
#include <istream>
#include <ostream>
#include <stdexcept>

#include "server/codec/personal.hpp"
#include "server/codec/traits.hpp"

namespace commonweal::codec {

/// Stored bytes that do not say what they should. Thrown within the codec, caught at its surface.
struct BadBytes : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Appends to a string.
class StringSink final : public std::streambuf {
  public:
    explicit StringSink(std::string& to) : to_(&to) {}

  private:
    std::streamsize xsputn(const char* bytes, std::streamsize count) override {
        to_->append(bytes, static_cast<std::size_t>(count));
        return count;
    }
    int_type overflow(int_type c) override {
        to_->push_back(static_cast<char>(c));
        return c;
    }
    std::string* to_;
};

/// Reads a view and knows how much is left.
class ViewSource final : public std::streambuf {
  public:
    explicit ViewSource(std::string_view from) {
        auto* begin = const_cast<char*>(from.data());  // a get area is never written to
        setg(begin, begin, begin + from.size());
    }
    std::size_t left() const { return static_cast<std::size_t>(egptr() - gptr()); }
};

class Writer {
  public:
    explicit Writer(std::string& to)
        : sink_(to), stream_(&sink_), archive_(stream_, Archive::Options::LittleEndian()) {}

    template <class T>
    void put(const T& value) {
        if constexpr (std::is_arithmetic_v<T>) {
            static_assert(!std::is_floating_point_v<T>, "no floating point in what is stored");
            archive_(value);
        } else if constexpr (std::is_enum_v<T>) {
            archive_(static_cast<std::underlying_type_t<T>>(value));
        } else if constexpr (std::is_same_v<T, Day>) {
            put(static_cast<std::int32_t>(value.time_since_epoch().count()));
        } else if constexpr (std::is_same_v<T, Instant>) {
            put(static_cast<std::int64_t>(value.time_since_epoch().count()));
        } else if constexpr (std::is_same_v<T, std::string>) {
            put_bytes(value);
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            put(value.urn);
        } else if constexpr (is_id<T>) {
            archive_(cereal::binary_data(value.bytes.data(), value.bytes.size()));
        } else if constexpr (is_optional<T>) {
            put(static_cast<std::uint8_t>(value ? 1 : 0));
            if (value) put(*value);
        } else if constexpr (is_vector<T>) {
            put(static_cast<std::uint32_t>(value.size()));
            for (const auto& element : value) put(element);
        } else if constexpr (is_personal<T>) {
            put_sealed(value);
        } else {
            static_assert(DescribedStruct<T>, "this type has no stored form");
            each_member(value, [this](auto, const auto& member, auto) { this->put(member); });
        }
    }

  private:
    using Archive = cereal::PortableBinaryOutputArchive;

    void put_bytes(const std::string& bytes) {
        put(static_cast<std::uint32_t>(bytes.size()));
        archive_(cereal::binary_data(bytes.data(), bytes.size()));
    }
    template <class Kind>
    void put_sealed(const Personal<Kind>& value) {
        const auto* sealed = PersonalAccess::sealed(value);
        if (sealed == nullptr && !value.empty())
            throw std::logic_error("a personal value was to be stored before it was sealed");
        put(static_cast<std::uint8_t>(sealed != nullptr ? 1 : 0));
        if (sealed == nullptr) return;
        archive_(cereal::binary_data(sealed->key.data(), sealed->key.size()));
        put(sealed->length);
        put_bytes(sealed->bytes);
    }

    StringSink sink_;
    std::ostream stream_;
    Archive archive_;
};

class Reader {
  public:
    /// `at`: where the bytes stand in the log, for the sealed values among them.
    Reader(std::string_view from, const SealedAt& at)
        : source_(from), stream_(&source_), archive_(stream_), at_(at) {
        // cereal would also read what no writer of ours has written: the bytes the other way round.
        if (from[0] != little_endian) throw BadBytes("the byte order is not known");
    }

    template <class T>
    void get(T& value) {
        if constexpr (std::is_same_v<T, bool>) {
            value = flag();
        } else if constexpr (std::is_arithmetic_v<T>) {
            archive_(value);
        } else if constexpr (DescribedEnum<T>) {
            get_enum(value);
        } else if constexpr (std::is_same_v<T, Day>) {
            value = Day{std::chrono::days{number<std::int32_t>()}};
        } else if constexpr (std::is_same_v<T, Instant>) {
            value = Instant{std::chrono::microseconds{number<std::int64_t>()}};
        } else if constexpr (std::is_same_v<T, std::string>) {
            value.resize(length(1));
            archive_(cereal::binary_data(value.data(), value.size()));
        } else if constexpr (std::is_same_v<T, SchoolId>) {
            get(value.urn);
        } else if constexpr (is_id<T>) {
            archive_(cereal::binary_data(value.bytes.data(), value.bytes.size()));
        } else if constexpr (is_optional<T>) {
            if (flag()) get(value.emplace());
        } else if constexpr (is_vector<T>) {
            value.resize(length(1));
            for (auto& element : value) get(element);
        } else {
            static_assert(DescribedStruct<T>, "this type has no stored form");
            each_member(value, [this](auto, auto& member, auto) { this->get(member); });
        }
    }
    /// An event's own fields: the sealed ones learn their place.
    template <class T>
    void get_fields(T& event) {
        each_member(event, [this](auto, auto& member, std::uint16_t index) {
            if constexpr (is_personal<std::remove_cvref_t<decltype(member)>>) {
                at_.field = index;
                this->get_sealed(member);
            } else {
                this->get(member);
            }
        });
    }
    void end() const {
        if (source_.left() != 0) throw BadBytes("there are bytes after the end");
    }

  private:
    static constexpr char little_endian = 1;  ///< what the archive puts first

    template <class T>
    T number() {
        T value{};
        archive_(value);
        return value;
    }
    bool flag() {
        const auto value = number<std::uint8_t>();
        if (value > 1) throw BadBytes("a flag is neither 0 nor 1");
        return value == 1;
    }
    /// A count of things of at least `least` bytes each.
    std::size_t length(std::size_t least) {
        const auto count = number<std::uint32_t>();
        if (count > source_.left() / least) throw BadBytes("a length goes beyond the end");
        return count;
    }
    template <class T>
    void get_enum(T& value) {
        const auto stored = static_cast<T>(number<std::underlying_type_t<T>>());
        if (boost::describe::enum_to_string(stored, nullptr) == nullptr)
            throw BadBytes("an enumerator is not known");
        value = stored;
    }
    template <class Kind>
    void get_sealed(Personal<Kind>& value) {
        if (!flag()) return;
        Sealed sealed;
        archive_(cereal::binary_data(sealed.key.data(), sealed.key.size()));
        get(sealed.length);
        get(sealed.bytes);
        sealed.at = at_;
        value = PersonalAccess::from_sealed<Kind>(std::move(sealed));
    }

    ViewSource source_;
    std::istream stream_;
    cereal::PortableBinaryInputArchive archive_;
    SealedAt at_;
};

}  // namespace commonweal::codec
