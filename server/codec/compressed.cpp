#include "server/codec/compressed.hpp"

#include <lz4frame.h>

#include <memory>

#include "server/codec/binary.hpp"

namespace commonweal::codec {
namespace {

struct FreeContext {
    void operator()(LZ4F_dctx* context) const { LZ4F_freeDecompressionContext(context); }
};

std::unique_ptr<LZ4F_dctx, FreeContext> decompression() {
    LZ4F_dctx* context = nullptr;
    if (LZ4F_isError(LZ4F_createDecompressionContext(&context, LZ4F_VERSION)) != 0)
        throw std::bad_alloc();
    return std::unique_ptr<LZ4F_dctx, FreeContext>(context);
}

std::size_t checked(std::size_t result) {
    if (LZ4F_isError(result) != 0) throw BadBytes(LZ4F_getErrorName(result));
    return result;
}

constexpr std::size_t smaller_by_max = 256;  ///< a byte of LZ4's stands for at most 255

/// How much it says that it is of, where that can be.
std::size_t size_of(LZ4F_dctx* context, std::string_view& bytes) {
    const auto size_max = bytes.size() * smaller_by_max;
    LZ4F_frameInfo_t about{};
    std::size_t read = bytes.size();
    checked(LZ4F_getFrameInfo(context, &about, bytes.data(), &read));
    bytes.remove_prefix(read);
    if (about.contentSize > size_max) throw BadBytes("it is of more than it may be");
    return about.contentSize;
}

}  // namespace

std::string compressed(std::string_view bytes) {
    LZ4F_preferences_t wanted = LZ4F_INIT_PREFERENCES;
    wanted.frameInfo.blockSizeID = LZ4F_max256KB;
    wanted.frameInfo.contentSize = bytes.size();
    std::string smaller(LZ4F_compressFrameBound(bytes.size(), &wanted), '\0');
    const auto size =
        LZ4F_compressFrame(smaller.data(), smaller.size(), bytes.data(), bytes.size(), &wanted);
    if (LZ4F_isError(size) != 0) throw std::runtime_error(LZ4F_getErrorName(size));
    smaller.resize(size);
    return smaller;
}

std::string decompressed(std::string_view bytes) {
    const auto context = decompression();
    std::string whole(size_of(context.get(), bytes), '\0');
    std::size_t had = 0;
    for (std::size_t wanted = 1; wanted != 0;) {
        std::size_t room = whole.size() - had;
        std::size_t read = bytes.size();
        wanted = checked(LZ4F_decompress(context.get(), whole.data() + had, &room, bytes.data(),
                                         &read, nullptr));
        had += room;
        bytes.remove_prefix(read);
        if (wanted != 0 && read == 0 && room == 0) throw BadBytes("it is cut");
    }
    if (had != whole.size() || !bytes.empty()) throw BadBytes("it is of another length");
    return whole;
}

}  // namespace commonweal::codec
