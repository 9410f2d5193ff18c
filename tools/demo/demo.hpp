#pragma once
// The sample network: about 300 real schools, invented people named by role and place, and two
// school years of visits and reviews, made by running real commands with a clock of its own.
// Nothing is written past the domain.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "server/app/clock.hpp"

namespace commonweal::demo {

/// One sign-in of the sample network; on loopback and for trying out, so the password is no secret.
struct Account {
    std::string role;
    std::string email;
    std::string password;
};
const std::vector<Account>& accounts();

/// Told what is being made and how far it is.
using Progress = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Makes the network where the directory is missing or empty; its history ends the day before
/// `today`. False: something is there already. The same seed and day give the same history.
bool make_where_empty(const std::filesystem::path& data, std::uint64_t seed, Day today,
                      const Progress& progress);

}  // namespace commonweal::demo
