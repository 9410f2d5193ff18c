// The list of backups: what is read is what was written, and nothing else is taken for one.

#include "server/backup/manifest.hpp"

#include <fstream>

#include "tests/backup/installation.hpp"

using Catch::Matchers::Contains;

namespace commonweal::backup::testing {

TEST_CASE("A list of backups is read as it was written; any other byte is damage") {
    const Folder folder;
    const auto key = log::SigningKey::open_or_make(folder.path() / "keys" / "log.pem");
    Manifest manifest;
    manifest.log_key = key.public_key();
    for (const std::uint32_t id : {1U, 4U})
        manifest.logs.push_back({id, log::sign({id * 100, {}, 5}, key), 6, 2, "ab"});
    manifest.vault = {9, 250};
    CHECK_FALSE(read_manifest(folder.path()));
    write_manifest(folder.path(), manifest);
    CHECK(read_manifest(folder.path()) == manifest);
    CHECK(manifest.find(4) == &manifest.logs[1]);
    CHECK(manifest.find(2) == nullptr);

    const auto whole = bytes_of(manifest_in(folder.path()));
    for (std::size_t at = 0; at < whole.size(); ++at) {
        CAPTURE(at);
        auto bytes = whole;
        bytes[at] = static_cast<char>(bytes[at] ^ 1);
        std::ofstream(manifest_in(folder.path())) << bytes;
        CHECK_THAT(thrown_by([&] { read_manifest(folder.path()); }), Contains("cannot be used"));
    }
}

}  // namespace commonweal::backup::testing
