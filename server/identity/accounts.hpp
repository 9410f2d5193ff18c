#pragma once
// Who is asking: sign-in with e-mail and password, sessions, tokens. People and their roles are
// events; passwords, sessions and tokens are rows.
//
// Owner: main. Threads: any.

#include <boost/asio/awaitable.hpp>
#include <variant>

#include "server/app/app.hpp"
#include "server/identity/invitations.hpp"
#include "server/identity/passwords.hpp"
#include "server/identity/sessions.hpp"

namespace commonweal::identity {

struct SignedIn {
    PersonId person;
    std::string cookie;
};
/// E-mail and password do not belong together (which of them is wrong is not said).
struct WrongSignIn {};
/// Too many attempts for this address, or too many people signing in at once.
struct TryLater {
    std::chrono::seconds in{60};
};
using SignInResult = std::variant<SignedIn, WrongSignIn, TryLater>;

class Accounts {
  public:
    Accounts(app::App& app, records::Records& records);

    boost::asio::awaitable<SignInResult> sign_in(std::string email, std::string password);
    std::optional<PersonId> person_of(std::string_view email);

    /// Ends what these people could sign in with; none of it is in any file when it returns, nor
    /// what they had before.
    void forget(std::span<const PersonId> people);

    Sessions& sessions() { return sessions_; }
    Passwords& passwords() { return passwords_; }
    Invitations& invitations() { return invitations_; }
    /// What a browser has to send with each write of a session.
    static std::string csrf_token(const std::string& cookie);

  private:
    bool attempt(const std::string& address);
    void succeeded(const std::string& address);

    struct Attempts {
        int failed = 0;
        Instant since{};
    };
    app::App* app_;
    records::Records* records_;
    Passwords passwords_;
    Sessions sessions_;
    Invitations invitations_;
    std::mutex mutex_;
    std::unordered_map<std::string, Attempts> attempts_;
};

}  // namespace commonweal::identity
