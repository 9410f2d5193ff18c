#pragma once
// The lists of a problem, read into what the solver works with.
//
// Owner: Instance.

#include "domain/scheduling/names.hpp"
#include "domain/scheduling/noted.hpp"

namespace commonweal::scheduling {

/// Schools or people, and of each its place in the problem's list.
template <class T>
struct ReadList {
    std::vector<T> all;
    std::vector<std::size_t> at;
};

ReadList<Member> read_schools(const Problem& problem, const RoundDays& days, Names& names,
                              Noted& noted);
/// Enters them with their schools as well.
ReadList<Person> read_people(const Problem& problem, const RoundDays& days, Names& names,
                             std::vector<Member>& members, Noted& noted);
void read_history(const Problem& problem, const Names& names, std::vector<Member>& members);

/// Locks that cannot be read are noted.
std::vector<Given> read_locks(const Problem& problem, const RoundDays& days, const Names& names,
                              const std::vector<Person>& people, Noted& noted);
/// The plan before may name what is no more: such a review is left out, or what it says of days and
/// people. Enters the rest with the hosts as well.
std::vector<Given> read_previous(const Problem& problem, const RoundDays& days, const Names& names,
                                 const std::vector<Person>& people, std::vector<Member>& members);

}  // namespace commonweal::scheduling
