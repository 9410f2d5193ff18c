#include "tools/demo/words.hpp"

namespace commonweal::demo {

using Words = std::vector<std::string>;

const Words& visit_notes() {
    static const Words words{
        "We would like to see how your school council decides on real money.",
        "Two colleagues would like to sit in on a coaching conversation.",
        "Could we see how you welcome children who join in mid-year?",
        "We are rewriting our behaviour policy and hear that yours is owned by the pupils.",
        "Our new phase leader would learn a lot from your planning meetings.",
        "We would like to follow a pupil with additional needs through a morning.",
        "How do your parents' forums work, and who comes to them?",
    };
    return words;
}

const Words& host_notes() {
    static const Words words{
        "You are most welcome. Arrive by 8.45 and ask for the office.",
        "Gladly. Wednesday mornings show it best.",
        "Yes, and we would like to come to you in return next term.",
        "Good timing: the council meets in the second half of term.",
        "Of course. Three visitors at most, the rooms are small.",
    };
    return words;
}

const Words& reasons() {
    static const Words words{
        "We are short of cover that week.",
        "The building work has moved and half of the site is closed.",
        "It clashes with mock examinations.",
        "Our lead for this has changed; please ask again next term.",
        "A trip was moved to the same day.",
    };
    return words;
}

const Words& reflections() {
    static const Words words{
        "The council's budget was the thing: real money changes how seriously it is taken. We will "
        "try it with year 5.",
        "Coaching was visible in every corridor conversation. We start with a group of six staff.",
        "What struck us was how calm the transitions were. We took the routine home.",
        "Explaining it to visitors showed us what we do without thinking. We wrote it down.",
        "The parents' forum works because it is early, short and there is toast.",
        "We were asked good questions about equity and have changed our reading groups since.",
        "A shared planning template came out of the visit; both schools use it now.",
    };
    return words;
}

const Words& focuses() {
    static const Words words{
        "How far the values show in lessons, not just on walls.",
        "Whether quieter pupils are heard in decisions.",
        "The start of the key stage: how we build on what children bring.",
        "Inclusion at break and lunch.",
        "How staff development changes what happens in classrooms.",
        "Links with our feeder schools.",
    };
    return words;
}

const Words& strengths() {
    static const Words words{
        "Pupils speak about self-responsibility in their own words and give examples. Staff at all "
        "levels model it.",
        "Governance is open: minutes are read, questions are answered, and pupils sit on panels.",
        "Teaching assistants are planned for, not added. Their questioning is skilful.",
        "Strong relationships everywhere; corrections are quiet and quick.",
        "The curriculum makes solidarity concrete through the partnership with the food bank.",
    };
    return words;
}

const Words& even_better_ifs() {
    static const Words words{
        "Even better if the impact of the parents' forum were followed up each term.",
        "Even better if the evidence grid were shared with all staff, not only with leaders.",
        "Even better if feedback from pupils reached those who teach them sooner.",
        "Even better if new staff met the values before their first lesson.",
    };
    return words;
}

const Words& comments() {
    static const Words words{
        "A fair picture, and useful. Thank you.",
        "Two numbers need mending; the rest we recognise.",
        "Accurate. We have shared it with governors.",
        "The section on lunch time describes a day when a third of staff were away.",
    };
    return words;
}

const Words& partnership_notes() {
    static const Words words{
        "Our children come to you at eleven: let us make that step easier together.",
        "You have what we lack in music, and we may have something for you in mathematics.",
        "Two small schools could train their support staff as one.",
        "We would like a partner whose pupils' voice is further on than ours.",
        "Could our middle leaders meet once a half term, in turn at your place and ours?",
    };
    return words;
}

const Words& partner_notes() {
    static const Words words{
        "Gladly. Shall our heads meet in the first week back?",
        "Yes: let us begin with one small thing and see.",
        "We hoped that somebody would ask.",
        "Yes, for a year, and then we look again.",
    };
    return words;
}

const Words& activities() {
    static const Words words{
        "A joint day for both staffs on questions that open a lesson.",
        "Year 6 spent an afternoon in the laboratories.",
        "Leaders for inclusion walked both sites together.",
        "Pupils of both councils met and chose one thing to change.",
        "We read each other's books and planning, and wrote down three questions.",
        "Support staff swapped places for a morning.",
    };
    return words;
}

const Words& effects() {
    static const Words words{
        "Children arrive in September knowing the building and two adults by name.",
        "Lessons begin with talk in most classrooms now, not only in some.",
        "Support staff ask for fewer courses and more visits.",
        "Our council's decisions are minuted and carried out.",
    };
    return words;
}

const Words& evidence() {
    static const Words words{
        "Fewer calls from parents in the first half term.",
        "Walks through lessons in October and again in March.",
        "The survey of staff, question seven.",
        "The council's minutes of two terms.",
    };
    return words;
}

const Words& endings() {
    static const Words words{
        "It has done what it was for.",
        "Both leads have moved on; the habit stays.",
        "We go on within the cluster instead.",
    };
    return words;
}

const Words& agendas() {
    static const Words words{
        "What each of us saw on visits this half term; next steps with equity; any other business.",
        "Pupil voice across the cluster; dates for visits; what we publish together.",
        "Reading across the phases, with examples of work; the cluster in the next school year.",
    };
    return words;
}

const Words& rooms() {
    static const Words words{
        "The library; a link for those who join from afar is in the diary entry.",
        "The hall, by the main entrance.",
        "The staff room on the first floor; there is a lift.",
    };
    return words;
}

const Words& corrections() {
    static const Words words{
        "They had joined by telephone, and we had not seen it.",
        "The sheet was passed round after they had to leave.",
    };
    return words;
}

const Words& arrivals() {
    static const Words words{
        "At 9:00 at the main gate; please sign in at reception.",
        "At 8:45, visitors' entrance in the side road.",
        "At 13:15 at the front door; ring twice.",
    };
    return words;
}

const Words& programmes() {
    static const Words words{
        "A walk through lessons, coffee with pupils of the school council, a talk about what you "
        "saw.",
        "Two lessons, lunch with staff, an hour on how we plan it.",
    };
    return words;
}

const Words& practices() {
    static const Words words{
        "A short meeting of pupils at the start of each day.",
        "Older pupils who read with younger ones, once a week.",
        "A shared page on which staff note what worked.",
        "Pupils who plan and lead a part of assembly.",
    };
    return words;
}

const Words& follow_ups() {
    static const Words words{
        "It runs in all year groups now.",
        "We shortened it, and it fits the timetable.",
        "Staff asked to go on with it next year.",
    };
    return words;
}

const Words& openings() {
    static const Words words{
        "From the shared spreadsheet of the years before, as both schools have it.",
        "Reviews of the two years before, agreed with the heads.",
    };
    return words;
}

}  // namespace commonweal::demo
