#pragma once
// Figures for Prometheus: counters that only rise, gauges that are asked when somebody looks, and
// histograms. Text in the exposition format 0.0.4.
//
// Owner: main, which outlives whoever holds a Counter or a Histogram. Threads: any; `add` and
// `observe` are cheap enough for every request, `counter` and `histogram` look up and are for
// set-up. Failure: a name or label that Prometheus does not allow throws std::invalid_argument.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace prometheus {
class Counter;
class Histogram;
}  // namespace prometheus

namespace commonweal::telemetry {

using Labels = std::map<std::string, std::string>;

class Counter {
  public:
    void add(double by = 1);

  private:
    friend class Metrics;
    explicit Counter(prometheus::Counter& counter) : counter_(&counter) {}
    prometheus::Counter* counter_;
};

class Histogram {
  public:
    void observe(double value);

  private:
    friend class Metrics;
    explicit Histogram(prometheus::Histogram& histogram) : histogram_(&histogram) {}
    prometheus::Histogram* histogram_;
};

class Metrics {
  public:
    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The same name and labels again give the same counter.
    Counter counter(const std::string& name, const std::string& help, const Labels& labels = {});
    Histogram histogram(const std::string& name, const std::string& help,
                        const std::vector<double>& upper_bounds, const Labels& labels = {});
    /// `now` is asked at each `text`, on the caller's thread; it must not call Metrics.
    void gauge(const std::string& name, const std::string& help, std::function<double()> now,
               const Labels& labels = {});

    std::string text() const;

    /// Upper bounds in seconds for how long a request takes: 100 µs to 10 s.
    static std::vector<double> seconds_bounds();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace commonweal::telemetry
