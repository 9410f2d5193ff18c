#pragma once
// BOOST_DESCRIBE_ENUM for enumerations of more than the 52 that it takes: in two lists.

#include <boost/describe.hpp>

#define COMMONWEAL_LIST(...) __VA_ARGS__
#define COMMONWEAL_DESCRIBE_LONG_ENUM(E, first, second)                              \
    BOOST_DESCRIBE_ENUM_BEGIN(E)                                                     \
    BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, E, COMMONWEAL_LIST first)  \
    BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, E, COMMONWEAL_LIST second) \
    BOOST_DESCRIBE_ENUM_END(E)
