# One target a box. The layer test (tools/layers) checks, from the build's own dependency records,
# that a box includes only what its DEPENDS allow.
#   commonweal_box(log SOURCES a.cpp b.cpp DEPENDS RocksDB::rocksdb-shared)
function(commonweal_box name)
    cmake_parse_arguments(BOX "" "" "SOURCES;DEPENDS" ${ARGN})
    add_library(commonweal_${name} STATIC ${BOX_SOURCES})
    target_link_libraries(commonweal_${name} PUBLIC commonweal_compile ${BOX_DEPENDS})
endfunction()

# The tests of a box: one Catch2 program, each test case its own CTest.
#   commonweal_tests(log SOURCES a.cpp DEPENDS commonweal_log)
function(commonweal_tests name)
    cmake_parse_arguments(BOX "" "" "SOURCES;DEPENDS" ${ARGN})
    add_executable(${name}_tests ${BOX_SOURCES})
    target_link_libraries(${name}_tests
        PRIVATE commonweal_compile commonweal_test_main Catch2::Catch2 ${BOX_DEPENDS})
    catch_discover_tests(${name}_tests TEST_PREFIX "${name}: " DISCOVERY_MODE PRE_TEST)
endfunction()
