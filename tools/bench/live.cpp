// From an acknowledged command to its delta at every subscriber of one topic, beside a bare
// broadcast of the same bytes to as many.

#include <sys/resource.h>

#include <fstream>
#include <mutex>

#include "tools/bench/bare_broadcast.hpp"
#include "tools/bench/served.hpp"
#include "tools/bench/sockets.hpp"
#include "tools/bench/writers.hpp"

namespace commonweal::bench {
namespace {

constexpr std::chrono::milliseconds between_messages{100};

double cpu_us(int who) {
    rusage used{};
    getrusage(who, &used);
    const auto us = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_usec);
    };
    return us(used.ru_utime) + us(used.ru_stime);
}

double resident_bytes() {
    std::ifstream statm("/proc/self/statm");
    double all = 0;
    double resident = 0;
    statm >> all >> resident;
    return resident * 4096;
}

/// Takes whole, unmasked text frames off the front of what was received.
template <class Got>
void take_frames(std::string& received, Got got) {
    std::size_t at = 0;
    while (received.size() - at >= 2) {
        const auto byte = [&](std::size_t i) {
            return static_cast<unsigned char>(received[at + i]);
        };
        std::size_t head = 2;
        std::size_t length = byte(1) & 0x7FU;
        if (length == 126) head = 4;
        if (length == 127) head = 10;
        if (received.size() - at < head) break;
        if (head > 2) length = 0;
        for (std::size_t i = 2; i < head; ++i) length = length << 8U | byte(i);
        if (received.size() - at < head + length) break;
        got(std::string_view(received).substr(at + head, length));
        at += head + length;
    }
    received.erase(0, at);
}

/// A client's text frame, masked with zeros.
std::string client_frame(const std::string& text) {
    std::string frame{'\x81', static_cast<char>(0x80U | text.size())};
    return frame + std::string(4, '\0') + text;
}

struct Round {
    std::vector<double> latencies_us;
    std::vector<double> last_us;
    double cpu_a_message_us = 0;
};

/// Publishes now and then on a thread of its own, and receives on this one.
template <class Publish>
Round measure(ClientSockets& clients, double seconds, Publish publish) {
    const auto messages = static_cast<std::size_t>(seconds * 1000) /
                          static_cast<std::size_t>(between_messages.count());
    std::vector<Time::time_point> published(messages);
    std::vector<std::size_t> seen(clients.size(), 0);
    std::vector<std::vector<double>> arrived(messages);
    std::size_t count = 0;
    const double process_before = cpu_us(RUSAGE_SELF);
    const double client_before = cpu_us(RUSAGE_THREAD);
    std::mutex mutex;  // orders the publishing times before their reading
    std::thread publisher([&] {
        for (std::size_t i = 0; i < messages; ++i) {
            const auto at = publish();
            const std::lock_guard lock(mutex);
            published[i] = at;
            std::this_thread::sleep_for(between_messages);
        }
    });
    std::vector<std::pair<std::size_t, Time::time_point>> receipts;
    receipts.reserve(messages * clients.size());
    while (count < messages * clients.size())
        clients.poll(1000, [&](std::size_t i) {
            const auto now = Time::now();
            take_frames(clients[i].received, [&](std::string_view text) {
                if (text.find(R"("type":"delta")") == std::string_view::npos) return;
                receipts.emplace_back(seen[i]++, now);
                ++count;
            });
        });
    publisher.join();
    const double server_cpu =
        (cpu_us(RUSAGE_SELF) - process_before) - (cpu_us(RUSAGE_THREAD) - client_before);
    for (const auto& [message, at] : receipts)
        arrived[message].push_back(
            std::chrono::duration<double, std::micro>(at - published[message]).count());
    Round round;
    for (auto& each : arrived) {
        round.last_us.push_back(*std::ranges::max_element(each));
        round.latencies_us.insert(round.latencies_us.end(), each.begin(), each.end());
    }
    round.cpu_a_message_us = server_cpu / static_cast<double>(count);
    return round;
}

void subscribe_all(ClientSockets& clients, const Served& served) {
    const std::string hello =
        "GET /live HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        "Authorization: Bearer " +
        served.token() + "\r\n\r\n";
    const auto topic = app::to_text(app::TopicKey{served.network().cluster});
    const auto subscribe = client_frame(R"({"type":"subscribe","topic":")" + topic + "\"}");
    std::size_t subscribed = 0;
    std::vector<bool> open(clients.size(), false);
    for (std::size_t i = 0; i < clients.size(); ++i) ClientSockets::send_all(clients[i], hello);
    while (subscribed < clients.size())
        clients.poll(1000, [&](std::size_t i) {
            auto& received = clients[i].received;
            if (!open[i]) {
                const auto end = received.find("\r\n\r\n");
                if (end == std::string::npos) return;
                if (!received.starts_with("HTTP/1.1 101"))
                    throw std::runtime_error("the server refused a WebSocket");
                received.erase(0, end + 4);
                open[i] = true;
                ClientSockets::send_all(clients[i], subscribe);
            }
            take_frames(received, [&](std::string_view text) {
                if (text.find(R"("type":"snapshot")") != std::string_view::npos) ++subscribed;
            });
        });
}

std::string words(double us) {
    return std::to_string(static_cast<int>(us / 100) / 10.0).substr(0, 5);
}

Figure live_with(const Options& options, std::size_t subscribers) {
    const Scratch scratch(options.folder, "live");
    Served served(scratch.path(), 20);
    const double before = resident_bytes();
    Round ours;
    double bytes_a_connection = 0;
    std::uint64_t number = 0;
    {
        ClientSockets clients(port_of(served.address()), subscribers);
        subscribe_all(clients, served);
        bytes_a_connection = (resident_bytes() - before) / static_cast<double>(subscribers);
        auto& app = served.program().app();
        ours = measure(clients, options.seconds, [&] {
            const auto& network = served.network();
            const auto lead = network.leads[number % network.leads.size()];
            app.transact_and_wait(ask_as(app, lead), ask_for_visit(app, network, number++));
            return Time::now();
        });
    }
    BareBroadcast bare;
    // Accepted while they connect: the kernel lets only so many wait.
    std::thread accepting([&] { bare.accept_all(subscribers); });
    ClientSockets clients(bare.port(), subscribers);
    accepting.join();
    std::string message(700, ' ');
    message.replace(0, 15, R"({"type":"delta")");
    const std::string frame = std::string{'\x81', '\x7E', '\x02', '\xBC'} + message;
    auto raw = measure(clients, options.seconds, [&] {
        const auto at = Time::now();
        bare.send(frame);
        return at;
    });
    Figure figure;
    figure.name = "live, " + std::to_string(subscribers) + " subscribers";
    figure.value = quantile(ours.latencies_us, 0.99);
    figure.unit = "us at p99 from acknowledged to received (less is better)";
    figure.raw = quantile(raw.latencies_us, 0.99);
    figure.raw_name = "bare broadcast of 704 B";
    figure.ratio = figure.value / figure.raw;
    figure.p50_us = quantile(ours.latencies_us, 0.5);
    figure.p99_us = figure.value;
    figure.detail = "last at p50 " + words(quantile(ours.last_us, 0.5)) + " ms (bare " +
                    words(quantile(raw.last_us, 0.5)) + "); CPU a message " +
                    std::to_string(ours.cpu_a_message_us).substr(0, 4) + " us (bare " +
                    std::to_string(raw.cpu_a_message_us).substr(0, 4) + "); " +
                    std::to_string(static_cast<int>(bytes_a_connection)) +
                    " B resident a connection, the measuring client's side included";
    return figure;
}

}  // namespace

std::vector<Figure> live(const Options& options) {
    raise_open_files();
    std::vector<Figure> figures;
    for (const std::size_t subscribers : {1000, 5000}) {
        options.progress("telling " + std::to_string(subscribers));
        figures.push_back(live_with(options, subscribers));
    }
    return figures;
}

}  // namespace commonweal::bench
