#pragma once
// What people of the sample write: plain words of schools, about no real person.

#include <string>
#include <vector>

namespace commonweal::demo {

const std::vector<std::string>& visit_notes();
const std::vector<std::string>& host_notes();
const std::vector<std::string>& reasons();
const std::vector<std::string>& reflections();
const std::vector<std::string>& focuses();
const std::vector<std::string>& strengths();
const std::vector<std::string>& even_better_ifs();
const std::vector<std::string>& comments();
const std::vector<std::string>& partnership_notes();
const std::vector<std::string>& partner_notes();
const std::vector<std::string>& activities();
const std::vector<std::string>& effects();
const std::vector<std::string>& evidence();
const std::vector<std::string>& endings();
const std::vector<std::string>& agendas();
const std::vector<std::string>& rooms();
const std::vector<std::string>& corrections();
const std::vector<std::string>& arrivals();
const std::vector<std::string>& programmes();
const std::vector<std::string>& practices();
const std::vector<std::string>& follow_ups();
const std::vector<std::string>& openings();

}  // namespace commonweal::demo
