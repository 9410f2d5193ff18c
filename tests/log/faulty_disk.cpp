#include "tests/log/faulty_disk.hpp"

namespace commonweal::log::testing {

using rocksdb::EnvOptions;
using rocksdb::Slice;
using rocksdb::Status;

class FaultyDisk::Written : public rocksdb::WritableFileWrapper {
  public:
    Written(std::unique_ptr<rocksdb::WritableFile> file, KeptOnDisk::FilePtr known,
            FaultyDisk& disk)
        : WritableFileWrapper(file.get()),
          file_(std::move(file)),
          known_(std::move(known)),
          disk_(disk) {}

    Status Append(const Slice& data) override {
        return disk_.change([&] { return disk_.append(*file_, data); }, [] {});
    }
    Status Append(const Slice& data, const rocksdb::DataVerificationInfo&) override {
        return Append(data);
    }
    Status Truncate(std::uint64_t size) override {
        return disk_.change([&] { return file_->Truncate(size); }, [] {});
    }
    Status Sync() override {
        return disk_.sync([&] { disk_.disk_.synced_file(*known_); });
    }
    Status Fsync() override { return Sync(); }
    /// Asks the kernel to begin; nothing is certain after it.
    Status RangeSync(std::uint64_t, std::uint64_t) override { return Status::OK(); }

  private:
    const std::unique_ptr<rocksdb::WritableFile> file_;
    const KeptOnDisk::FilePtr known_;
    FaultyDisk& disk_;
};

class FaultyDisk::ReadInTurn : public rocksdb::SequentialFileWrapper {
  public:
    ReadInTurn(std::unique_ptr<rocksdb::SequentialFile> file, std::string name, FaultyDisk& disk)
        : SequentialFileWrapper(file.get()),
          file_(std::move(file)),
          name_(std::move(name)),
          disk_(disk) {}

    Status Read(std::size_t bytes, Slice* result, char* scratch) override {
        auto status = disk_.read(name_);
        return status.ok() ? file_->Read(bytes, result, scratch) : status;
    }

  private:
    const std::unique_ptr<rocksdb::SequentialFile> file_;
    const std::string name_;
    FaultyDisk& disk_;
};

class FaultyDisk::ReadAnywhere : public rocksdb::RandomAccessFileWrapper {
  public:
    ReadAnywhere(std::unique_ptr<rocksdb::RandomAccessFile> file, std::string name,
                 FaultyDisk& disk)
        : RandomAccessFileWrapper(file.get()),
          file_(std::move(file)),
          name_(std::move(name)),
          disk_(disk) {}

    Status Read(std::uint64_t at, std::size_t bytes, Slice* result, char* scratch) const override {
        auto status = disk_.read(name_);
        return status.ok() ? file_->Read(at, bytes, result, scratch) : status;
    }
    Status MultiRead(rocksdb::ReadRequest* requests, std::size_t count) override {
        return RandomAccessFile::MultiRead(requests, count);
    }

  private:
    const std::unique_ptr<rocksdb::RandomAccessFile> file_;
    const std::string name_;
    FaultyDisk& disk_;
};

class FaultyDisk::FolderOfIt : public rocksdb::Directory {
  public:
    FolderOfIt(Path path, FaultyDisk& disk) : path_(std::move(path)), disk_(disk) {}

    Status Fsync() override {
        return disk_.sync([&] { disk_.disk_.synced_folder(path_); });
    }
    Status Close() override { return Status::OK(); }

  private:
    const Path path_;
    FaultyDisk& disk_;
};

Status FaultyDisk::NewWritableFile(const std::string& name,
                                   std::unique_ptr<rocksdb::WritableFile>* file,
                                   const EnvOptions& options) {
    return change(
        [&] {
            std::filesystem::remove(name);  // what had the name keeps its bytes
            return EnvWrapper::NewWritableFile(name, file, options);
        },
        [&] {
            *file = std::make_unique<Written>(std::move(*file), disk_.created(plain(name)), *this);
        });
}

Status FaultyDisk::NewSequentialFile(const std::string& name,
                                     std::unique_ptr<rocksdb::SequentialFile>* file,
                                     const EnvOptions& options) {
    auto status = EnvWrapper::NewSequentialFile(name, file, options);
    if (status.ok()) *file = std::make_unique<ReadInTurn>(std::move(*file), name, *this);
    return status;
}

Status FaultyDisk::NewRandomAccessFile(const std::string& name,
                                       std::unique_ptr<rocksdb::RandomAccessFile>* file,
                                       const EnvOptions& options) {
    auto status = EnvWrapper::NewRandomAccessFile(name, file, options);
    if (status.ok()) *file = std::make_unique<ReadAnywhere>(std::move(*file), name, *this);
    return status;
}

Status FaultyDisk::NewDirectory(const std::string& name,
                                std::unique_ptr<rocksdb::Directory>* folder) {
    if (!std::filesystem::is_directory(name))
        return Status::IOError(name, "There is no such folder");
    *folder = std::make_unique<FolderOfIt>(plain(name), *this);
    return Status::OK();
}

}  // namespace commonweal::log::testing
