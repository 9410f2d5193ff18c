// Writes the TypeScript of the described types: the client is built from it, before the program
// that embeds the client.

#include <iostream>

#include "server/api/schemas.hpp"

int main() {
    std::cout << commonweal::api::typescript();
    return std::cout.good() ? 0 : 1;
}
