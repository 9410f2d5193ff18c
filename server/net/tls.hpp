#pragma once
// The server's TLS: 1.2 and later, the certificate chain and key from PEM files. Failure: throws
// std::runtime_error naming the file and what to do. Threads: made at the start, then shared.

#include <boost/asio/ssl/context.hpp>
#include <filesystem>

namespace commonweal::net {

boost::asio::ssl::context make_tls(const std::filesystem::path& certificate,
                                   const std::filesystem::path& key);

}  // namespace commonweal::net
