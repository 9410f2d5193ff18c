#include "tests/codec/allocations.hpp"

#include <cstdlib>
#include <new>

namespace commonweal::codec::testing {
namespace {
thread_local std::size_t largest = 0;
}

std::size_t largest_allocation() {
    return largest;
}
void reset_largest_allocation() {
    largest = 0;
}

}  // namespace commonweal::codec::testing

#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer)

void* operator new(std::size_t bytes) {
    using commonweal::codec::testing::largest;
    if (bytes > largest) largest = bytes;
    if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
    std::free(memory);
}

#endif
