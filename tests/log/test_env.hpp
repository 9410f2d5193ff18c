#pragma once
// The disk as a test wants it: fsync fails, or is not waited for, or tables cannot be written.

#include <rocksdb/env.h>

#include <atomic>

namespace commonweal::log::testing {

class TestEnv : public rocksdb::EnvWrapper {
  public:
    TestEnv() : EnvWrapper(rocksdb::Env::Default()) {}

    const char* Name() const override { return "TestEnv"; }
    void fail_syncs(bool fails) { syncs_fail_ = fails; }
    void fail_tables(bool fails) { tables_fail_ = fails; }
    /// For tests of much that do not crash.
    void skip_syncs() { syncs_skipped_ = true; }

    rocksdb::Status NewWritableFile(const std::string& name,
                                    std::unique_ptr<rocksdb::WritableFile>* file,
                                    const rocksdb::EnvOptions& options) override {
        if (tables_fail_ && name.ends_with(".sst")) return no_space();
        auto status = EnvWrapper::NewWritableFile(name, file, options);
        if (status.ok()) *file = std::make_unique<File>(std::move(*file), *this);
        return status;
    }
    rocksdb::Status ReuseWritableFile(const std::string& name, const std::string& old_name,
                                      std::unique_ptr<rocksdb::WritableFile>* file,
                                      const rocksdb::EnvOptions& options) override {
        auto status = EnvWrapper::ReuseWritableFile(name, old_name, file, options);
        if (status.ok()) *file = std::make_unique<File>(std::move(*file), *this);
        return status;
    }
    rocksdb::Status NewDirectory(const std::string& name,
                                 std::unique_ptr<rocksdb::Directory>* folder) override {
        if (!syncs_skipped_) return EnvWrapper::NewDirectory(name, folder);
        *folder = std::make_unique<Unsynced>();
        return rocksdb::Status::OK();
    }

  private:
    struct Unsynced : rocksdb::Directory {
        rocksdb::Status Fsync() override { return rocksdb::Status::OK(); }
    };

    static rocksdb::Status no_space() {
        return rocksdb::Status::IOError("No space left on device");
    }

    class File : public rocksdb::WritableFileWrapper {
      public:
        File(std::unique_ptr<rocksdb::WritableFile> file, const TestEnv& env)
            : WritableFileWrapper(file.get()), file_(std::move(file)), env_(env) {}
        rocksdb::Status Sync() override {
            if (env_.syncs_skipped_) return file_->Flush();
            return env_.syncs_fail_ ? no_space() : file_->Sync();
        }
        rocksdb::Status Fsync() override { return Sync(); }

      private:
        std::unique_ptr<rocksdb::WritableFile> file_;
        const TestEnv& env_;
    };

    std::atomic<bool> syncs_fail_ = false;
    std::atomic<bool> tables_fail_ = false;
    std::atomic<bool> syncs_skipped_ = false;
};

}  // namespace commonweal::log::testing
