// The numbers of a seed are the same on every machine.

#include "domain/scheduling/sequence.hpp"

#include <array>
#include <catch2/catch.hpp>

using namespace commonweal::scheduling;

TEST_CASE("the numbers of a seed are those of SplitMix64") {
    // The first five of seed 1234567, as published with its reference implementation's ports.
    Sequence sequence(1234567);
    for (const std::uint64_t expected :
         {6457827717110365317U, 3203168211198807973U, 9817491932198370423U, 4593380528125082431U,
          16408922859458223821U})
        CHECK(sequence.next() == expected);
}

TEST_CASE("below a bound every number comes up about as often") {
    Sequence sequence(1);
    std::array<int, 7> counts{};
    for (int drawn = 0; drawn < 70'000; ++drawn) ++counts.at(sequence.below(7));
    for (const auto count : counts) CHECK(std::abs(count - 10'000) < 400);
}
