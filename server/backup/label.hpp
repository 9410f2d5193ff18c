#pragma once
// The label at the beginning of the vault's backup, as bytes (FORMAT.md).

#include <optional>

#include "server/backup/sealed_file.hpp"

namespace commonweal::backup {

inline constexpr std::size_t label_bytes = 125;

std::string to_bytes(const Label& label, const FileKey& key);
/// None: these bytes are no label, or one of a newer format.
std::optional<Label> read_label(std::string_view bytes);
/// Whether a label was written with this key, and is as it was.
bool is_label_of(std::string_view bytes, const FileKey& key);

}  // namespace commonweal::backup
