#pragma once
// Which schools, networks and clusters there are: to search, to list and to name them.

#include <map>
#include <set>
#include <unordered_map>

#include "domain/catalogue.hpp"

namespace commonweal::view {

struct SchoolSummary {
    SchoolId school;
    std::string name;
    std::string phase;
    std::string local_authority;
    std::string town;
    std::optional<std::int32_t> easting;   ///< metres, National Grid
    std::optional<std::int32_t> northing;  ///< metres
    bool open = true;
    std::vector<NetworkId> networks;
    std::vector<ClusterId> clusters;
};
BOOST_DESCRIBE_STRUCT(SchoolSummary, (),
                      (school, name, phase, local_authority, town, easting, northing, open,
                       networks, clusters))

struct ClusterSummary {
    ClusterId id;
    NetworkId network;
    std::string name;
    std::uint32_t members = 0;
};
BOOST_DESCRIBE_STRUCT(ClusterSummary, (), (id, network, name, members))

struct NetworkSummary {
    NetworkId id;
    std::string name;
    std::uint32_t members = 0;
    std::vector<network::Theme> themes;
    std::vector<ClusterSummary> clusters;
};
BOOST_DESCRIBE_STRUCT(NetworkSummary, (), (id, name, members, themes, clusters))

/// Which schools: none of a field means any.
struct SchoolFilter {
    std::string text;             ///< in the name, the town or the URN; whatever its case
    std::string local_authority;  ///< its code
    std::string phase;
    std::optional<NetworkId> network;
    std::optional<ClusterId> cluster;
    std::optional<std::pair<std::int32_t, std::int32_t>> near;  ///< easting and northing, metres
    double within_km = 0;
};

class Directory {
  public:
    void apply(const Recorded& event);

    std::optional<SchoolSummary> school(SchoolId school) const;
    /// In the order of names (then URNs), after a cursor (empty: from the first).
    struct Page {
        std::vector<SchoolSummary> schools;
        std::string next;
    };
    Page search(const SchoolFilter& filter, const std::string& after, std::size_t limit) const;

    /// All of them, in the order of names.
    std::vector<SchoolId> all(const SchoolFilter& filter) const;
    /// Whether a school's name, town or number says a word, which is in small letters.
    bool says(SchoolId school, const std::string& word) const;

    std::vector<NetworkSummary> networks() const;
    std::optional<NetworkSummary> network(NetworkId id) const;
    std::optional<ClusterSummary> cluster(ClusterId id) const;
    /// use(school) for each in the order of names, as long as it says true.
    template <class Use>
    void by_name(Use use) const {
        for (const auto& [name, school] : by_name_)
            if (!use(school)) return;
    }
    /// Schools that belong to something although they have closed, or another one followed them: in
    /// the order of their numbers.
    struct Changing {
        SchoolSummary school;
        std::vector<SchoolSummary> successors;  ///< those that are here
    };
    std::vector<Changing> changing(std::optional<NetworkId> network) const;
    /// The schools that followed one, and are here.
    std::vector<SchoolSummary> successors(SchoolId school) const;

  private:
    struct Entry {
        School school;
        std::string sought;  ///< name, town and URN in small letters
        BOOST_DESCRIBE_CLASS(Entry, (), (school, sought), (), ())
    };
    void fold_school(const AnyFact& fact);
    void watch(const Entry& entry);
    bool matches(const Entry& entry, const SchoolFilter& filter, const std::string& text) const;

    std::unordered_map<SchoolId, Entry> schools_;
    std::map<std::string, SchoolId> by_name_;  ///< small letters, then the URN
    std::unordered_map<SchoolId, std::vector<SchoolId>> successors_;
    std::set<SchoolId> changing_;
    std::map<NetworkId, NetworkSummary> networks_;
    std::map<ClusterId, ClusterSummary> clusters_;

    BOOST_DESCRIBE_CLASS(Directory, (), (), (),
                         (schools_, by_name_, successors_, changing_, networks_, clusters_))
};

}  // namespace commonweal::view
