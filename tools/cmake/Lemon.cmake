# LEMON 1.3.1 uses std::allocator::construct and destroy, which C++20 took away. A mended copy of the
# one header that does stands before the installed ones.
find_package(LEMON REQUIRED CONFIG NAMES LEMON lemon)
set(mended_folder ${CMAKE_BINARY_DIR}/generated/lemon_mended)
set(mended_header lemon/bits/array_map.h)
file(READ ${LEMON_INCLUDE_DIR}/${mended_header} header)
string(REGEX REPLACE "allocator\\.construct\\((&\\([^;]*\\]\\)), ([^;]*)\\);"
    "std::allocator_traits<Allocator>::construct(allocator, \\1, \\2);" header "${header}")
string(REGEX REPLACE "allocator\\.destroy\\((&\\([^;]*\\]\\))\\);"
    "std::allocator_traits<Allocator>::destroy(allocator, \\1);" header "${header}")
if(header MATCHES "allocator\\.(construct|destroy)\\(&")
    message(FATAL_ERROR "LEMON's ${mended_header} is another than the one that is mended here")
endif()
file(CONFIGURE OUTPUT ${mended_folder}/${mended_header} CONTENT "${header}" @ONLY)

add_library(commonweal_lemon INTERFACE)
target_include_directories(commonweal_lemon SYSTEM BEFORE INTERFACE ${mended_folder} ${LEMON_INCLUDE_DIR})
