#pragma once
// A folder on the disk that goes away with the test.

#include <cstdlib>
#include <filesystem>

namespace commonweal::testing {

class Folder {
  public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "commonweal-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace commonweal::testing
