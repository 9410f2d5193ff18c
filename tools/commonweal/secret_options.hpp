#pragma once
// The two options that name what the vault's backup is locked with, of which one has to be given.

#include <CLI/CLI.hpp>

#include "server/backup/secret.hpp"

namespace commonweal::tools {

struct SecretOptions {
    std::string passphrase_file, key_file;

    void add_to(CLI::App& command) {
        auto* one = command.add_option_group("secret", "What the vault's backup is locked with");
        one->add_option("--passphrase-file", passphrase_file,
                        "A file whose first line is a passphrase, 12 characters or more");
        one->add_option("--key-file", key_file,
                        "A file of 32 random bytes or more: head -c 32 /dev/urandom");
        one->require_option(1);
    }
    backup::Secret secret() const {
        return key_file.empty() ? backup::Secret::passphrase_in(passphrase_file)
                                : backup::Secret::key_in(key_file);
    }
};

}  // namespace commonweal::tools
