#pragma once
// What a benchmark says: a figure beside the raw limit that was measured in the same run.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/codec/traits.hpp"

namespace commonweal::bench {

struct Figure {
    std::string name;
    double value = 0;
    std::string unit;
    double raw = 0;        ///< the limit, in the same unit
    std::string raw_name;  ///< what it is the limit of
    double ratio = 0;      ///< value / raw
    std::optional<double> p50_us;
    std::optional<double> p99_us;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(Figure, (), (name, value, unit, raw, raw_name, ratio, p50_us, p99_us, detail))

struct Report {
    std::string machine;
    std::vector<Figure> figures;
};
BOOST_DESCRIBE_STRUCT(Report, (), (machine, figures))

struct Options {
    std::filesystem::path folder;  ///< on the disk to be measured; emptied afterwards
    double seconds = 5;            ///< a measurement takes about so long
    std::uint64_t events = 1'000'000;
    std::function<void(const std::string& step)> progress;
};

std::vector<Figure> append(const Options& options);
std::vector<Figure> http(const Options& options);
std::vector<Figure> fold(const Options& options);
std::vector<Figure> live(const Options& options);
std::vector<Figure> replay(const Options& options);
std::vector<Figure> schedule(const Options& options);

/// "2 × Intel …, 24 GiB, Linux 6.1"
std::string machine();

/// The value below which a share of the samples lies; the samples are sorted here.
double quantile(std::vector<double>& samples, double share);

/// Of all files in a folder.
std::uintmax_t bytes_below(const std::filesystem::path& folder);

/// A folder of its own below another, removed with all that is in it.
class Scratch {
  public:
    Scratch(const std::filesystem::path& below, const std::string& name);
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace commonweal::bench
