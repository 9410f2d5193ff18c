// RocksDB's own library is not built with the thread sanitizer, which therefore does not see how
// its threads agree. What our threads do with each other is checked in full.

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
extern "C" const char* __tsan_default_suppressions();
extern "C" const char* __tsan_default_suppressions() {
    return "called_from_lib:librocksdb.so\nrace:librocksdb.so\n"
           "called_from_lib:liblz4.so\n"
           "mutex:rocksdb::EnvWrapper\n";
}
#endif
#endif
