#pragma once
// How to read each shape of an event that was ever stored, by its kind and its shape's version.
//
// An event whose shape changes gets the next `schema_version`. What it was becomes a struct of its
// own, which keeps its name, version and fields for ever, is listed in the event as `older`, and
// has a pure function `upcast` beside it that makes the next shape of it:
//
//     struct HeldV1 { static constexpr std::uint16_t schema_version = 1; … };
//     struct Held { static constexpr std::uint16_t schema_version = 2;
//                   using older = boost::mp11::mp_list<HeldV1>; … };
//     Held upcast(const HeldV1& was);
//
// Its golden bytes stay in the tests, and decode to what they meant.

#include <string_view>
#include <unordered_map>
#include <utility>

#include "server/codec/binary.hpp"

namespace commonweal::codec {

template <class Fact>
struct OlderOf {
    using type = boost::mp11::mp_list<>;
};
template <class Fact>
    requires requires { typename Fact::older; }
struct OlderOf<Fact> {
    using type = typename Fact::older;
};

/// From shape to shape, up to the one of today.
template <class Fact, class Shape>
Fact upcast_to(Shape&& shape) {
    if constexpr (std::is_same_v<std::remove_cvref_t<Shape>, Fact>)
        return std::forward<Shape>(shape);
    else
        return upcast_to<Fact>(upcast(shape));
}

/// `Any` is a variant over `Events`, which are the event types of today.
template <class Any, class Events>
class Shapes {
  public:
    using Decode = void (*)(Reader&, Any&);

    Shapes() {
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Events>>(
            [this]<class Fact>(boost::mp11::mp_identity<Fact>) { this->template add<Fact>(); });
    }
    /// nullptr: this program does not know it.
    Decode find(std::string_view kind, std::uint16_t schema_version) const {
        const auto found = decoders_.find({kind, schema_version});
        return found == decoders_.end() ? nullptr : found->second;
    }

  private:
    struct Hash {
        std::size_t operator()(const std::pair<std::string_view, std::uint16_t>& shape) const {
            return std::hash<std::string_view>{}(shape.first) + shape.second;
        }
    };

    template <class Fact>
    void add() {
        using Older = typename OlderOf<Fact>::type;
        static_assert(boost::mp11::mp_size<Older>::value + 1 == Fact::schema_version,
                      "every shape that was ever stored is listed in `older`, oldest first");
        add<Fact, Fact>();
        boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, Older>>(
            [this]<class Shape>(boost::mp11::mp_identity<Shape>) {
                this->template add<Fact, Shape>();
            });
    }
    template <class Fact, class Shape>
    void add() {
        const bool is_new =
            decoders_
                .emplace(std::pair(std::string_view(Fact::kind), Shape::schema_version),
                         &decode_as<Fact, Shape>)
                .second;
        if (!is_new) throw std::logic_error("two shapes of an event have the same version");
    }
    template <class Fact, class Shape>
    static void decode_as(Reader& reader, Any& fact) {
        if constexpr (std::is_same_v<Fact, Shape>) {
            reader.get_fields(fact.template emplace<Fact>());
        } else {
            Shape shape;
            reader.get_fields(shape);
            fact.template emplace<Fact>(upcast_to<Fact>(std::move(shape)));
        }
    }

    std::unordered_map<std::pair<std::string_view, std::uint16_t>, Decode, Hash> decoders_;
};

}  // namespace commonweal::codec
