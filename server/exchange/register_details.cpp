#include "server/exchange/register_details.hpp"

namespace commonweal::exchange {
namespace {

std::optional<std::int32_t> metres(const std::optional<std::uint32_t>& value) {
    if (!value) return std::nullopt;
    return static_cast<std::int32_t>(*value);
}

}  // namespace

school::Details details_of(const RegisterRow& row, const std::set<std::string>& absent,
                           const school::Details& before) {
    school::Details d = before;
    const auto take = [&](const char* column, auto& to, const auto& from) {
        if (!absent.contains(column)) to = from;
    };
    d.name = row.name;
    take("TypeOfEstablishment (name)", d.type, row.type);
    take("PhaseOfEducation (name)", d.phase, row.phase);
    take("LA (name)", d.local_authority, row.authority);
    take("LA (code)", d.authority_code, row.authority_code);
    take("Town", d.town, row.town);
    take("Postcode", d.postcode, row.postcode);
    take("StatutoryLowAge", d.lowest_age, row.low_age);
    take("StatutoryHighAge", d.highest_age, row.high_age);
    take("Easting", d.easting, metres(row.easting));
    take("Northing", d.northing, metres(row.northing));
    take("Trusts (code)", d.trust_code, row.trust_code);
    take("Trusts (name)", d.trust_name, row.trust);
    take("Federations (code)", d.federation_code, row.federation_code);
    take("Federations (name)", d.federation_name, row.federation);
    take("OpenDate", d.opened_on, row.opened);
    return d;
}

}  // namespace commonweal::exchange
