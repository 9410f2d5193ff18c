#include "server/log/kept_files.hpp"

#include <rocksdb/file_system.h>

#include <atomic>
#include <filesystem>

namespace commonweal::log {
namespace {

using rocksdb::FSWritableFile;
using rocksdb::IODebugContext;
using rocksdb::IOOptions;
using rocksdb::IOStatus;
using rocksdb::Slice;

/// Tells of the first failure.
class Manifest final : public rocksdb::FSWritableFileOwnerWrapper {
  public:
    Manifest(std::unique_ptr<FSWritableFile> file, std::atomic<bool>& has_failed)
        : FSWritableFileOwnerWrapper(std::move(file)), has_failed_(has_failed) {}

    IOStatus Append(const Slice& data, const IOOptions& options, IODebugContext* debug) override {
        return seen(target()->Append(data, options, debug));
    }
    IOStatus Append(const Slice& data, const IOOptions& options,
                    const rocksdb::DataVerificationInfo& verification,
                    IODebugContext* debug) override {
        return seen(target()->Append(data, options, verification, debug));
    }
    IOStatus Flush(const IOOptions& options, IODebugContext* debug) override {
        return seen(target()->Flush(options, debug));
    }
    IOStatus Sync(const IOOptions& options, IODebugContext* debug) override {
        return seen(target()->Sync(options, debug));
    }
    IOStatus Fsync(const IOOptions& options, IODebugContext* debug) override {
        return seen(target()->Fsync(options, debug));
    }

  private:
    IOStatus seen(IOStatus status) {
        if (!status.ok()) has_failed_ = true;
        return status;
    }

    std::atomic<bool>& has_failed_;
};

class KeptFiles final : public rocksdb::FileSystemWrapper {
  public:
    using FileSystemWrapper::FileSystemWrapper;

    const char* Name() const override { return "commonweal::KeptFiles"; }
    IOStatus NewWritableFile(const std::string& name, const rocksdb::FileOptions& options,
                             std::unique_ptr<FSWritableFile>* file,
                             IODebugContext* debug) override {
        auto status = target()->NewWritableFile(name, options, file, debug);
        const bool is_manifest =
            std::filesystem::path(name).filename().string().starts_with("MANIFEST");
        if (status.ok() && is_manifest)
            *file = std::make_unique<Manifest>(std::move(*file), manifest_failed_);
        return status;
    }
    IOStatus DeleteFile(const std::string& name, const IOOptions& options,
                        IODebugContext* debug) override {
        if (manifest_failed_) return IOStatus::OK();
        return target()->DeleteFile(name, options, debug);
    }

  private:
    std::atomic<bool> manifest_failed_ = false;
};

/// Clock and threads are those below.
class EnvWithKeptFiles final : public rocksdb::EnvWrapper {
  public:
    explicit EnvWithKeptFiles(rocksdb::Env& below) : EnvWrapper(&below) {
        file_system_ = std::make_shared<KeptFiles>(below.GetFileSystem());
    }
};

}  // namespace

std::unique_ptr<rocksdb::Env> with_kept_files(rocksdb::Env& below) {
    return std::make_unique<EnvWithKeptFiles>(below);
}

}  // namespace commonweal::log
