#include "server/telemetry/metrics.hpp"

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <mutex>

namespace commonweal::telemetry {

void Counter::add(double by) {
    counter_->Increment(by);
}
void Histogram::observe(double value) {
    histogram_->Observe(value);
}

struct Metrics::Inside {
    struct Asked {
        prometheus::Gauge* gauge;
        std::function<double()> now;
    };
    // A name registered again is the same family, not a mistake: boxes share names with labels.
    prometheus::Registry registry{prometheus::Registry::InsertBehavior::Merge};
    std::mutex mutex;
    std::vector<Asked> asked;
};

Metrics::Metrics() : inside_(std::make_unique<Inside>()) {}
Metrics::~Metrics() = default;

Counter Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
    auto& family = prometheus::BuildCounter().Name(name).Help(help).Register(inside_->registry);
    return Counter(family.Add(labels));
}

Histogram Metrics::histogram(const std::string& name, const std::string& help,
                             const std::vector<double>& upper_bounds, const Labels& labels) {
    auto& family = prometheus::BuildHistogram().Name(name).Help(help).Register(inside_->registry);
    return Histogram(family.Add(labels, upper_bounds));
}

void Metrics::gauge(const std::string& name, const std::string& help, std::function<double()> now,
                    const Labels& labels) {
    auto& family = prometheus::BuildGauge().Name(name).Help(help).Register(inside_->registry);
    const std::scoped_lock lock(inside_->mutex);
    inside_->asked.push_back({&family.Add(labels), std::move(now)});
}

std::string Metrics::text() const {
    {
        const std::scoped_lock lock(inside_->mutex);
        for (const auto& [gauge, now] : inside_->asked) gauge->Set(now());
    }
    return prometheus::TextSerializer().Serialize(inside_->registry.Collect());
}

std::vector<double> Metrics::seconds_bounds() {
    return {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
            0.05,   0.1,     0.25,   0.5,   1.0,    2.5,   5.0,  10.0};
}

}  // namespace commonweal::telemetry
