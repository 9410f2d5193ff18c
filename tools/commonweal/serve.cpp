#include <iostream>

#include "server/main/program.hpp"
#include "server/telemetry/log.hpp"
#include "tools/commonweal/commands.hpp"

namespace commonweal::tools {
namespace {

struct Options {
    std::string data;
    std::string listen = "127.0.0.1:8080";
    std::string tls_certificate;
    std::string tls_key;
    bool json_log = false;
};

int serve(const Options& options) {
    telemetry::LogOptions log;
    if (options.json_log) log.format = telemetry::Format::json;
    telemetry::start_log(log);
    ProgramOptions program_options;
    program_options.data = options.data;
    program_options.listen = options.listen;
    program_options.tls_certificate = options.tls_certificate;
    program_options.tls_key = options.tls_key;
    Program program(std::move(program_options));
    std::cout << program.listen() << std::endl;
    program.run();
    return 0;
}

}  // namespace

void add_serve(CLI::App& application, Chosen& chosen) {
    auto* command = application.add_subcommand("serve", "Runs the server");
    auto options = std::make_shared<Options>();
    command->add_option("--data", options->data, "The data directory, made where it is missing")
        ->required();
    command->add_option("--listen", options->listen, "Address and port (port 0: any free one)")
        ->capture_default_str();
    auto* certificate = command->add_option("--tls-cert", options->tls_certificate,
                                            "Certificate chain (PEM), for HTTPS");
    auto* key = command->add_option("--tls-key", options->tls_key, "Its private key (PEM)");
    certificate->needs(key);
    key->needs(certificate);
    command->add_flag("--json-log", options->json_log, "Log lines as JSON");
    command->callback([options, &chosen] { chosen = [options] { return serve(*options); }; });
}

}  // namespace commonweal::tools
