# Shared by the scripts of this folder, which source it first. It goes to the top of the repository
# and puts a Node.js that tools/install brought before the system's own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export PATH="$PWD/build/node/bin:$PATH"

# Says one line about what goes on, apart from what the tools themselves print.
say() { printf '\n== %s\n' "$*"; }

# Ends with a sentence that says what to do.
fail() {
    printf '%s: %s\n' "tools/$(basename "$0")" "$*" >&2
    exit 1
}

# Prints the comment at the head of the script that runs: its help.
print_help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$0"; }

# help_or_unknown "$@": for a script without arguments.
help_or_unknown() {
    case "${1:-}" in
    '') ;;
    -h | --help)
        print_help
        exit 0
        ;;
    *) fail "unknown argument '$1' (--help says what there is)" ;;
    esac
}

# quietly LOG COMMAND…: shows what the command printed only if it fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        fail "'$*' failed; all that it printed is in $log"
    fi
}

# What every check came to is kept here, a file each, for tools/tally to add up.
results=build/results
failures=0

# run_check NAME COMMAND…: runs it and says how it went; goes on after a failure, which it counts.
run_check() {
    local name=$1 started=$SECONDS
    shift
    say "$name"
    mkdir -p "$results"
    if "$@" </dev/null; then
        echo "$name: passed in $((SECONDS - started)) s"
    else
        failures=$((failures + 1))
        echo "$name: FAILED after $((SECONDS - started)) s" >&2
        return 1
    fi
}

# check NAME COMMAND…: a check that counts as one.
check() {
    local outcome=pass
    run_check "$@" || outcome=fail
    echo "$outcome" >"$results/${1// /-}.check"
}

# suite NAME REPORT COMMAND…: tests that count one by one, in the JUnit report that the command
# writes. A suite that failed without saying so there, or ran nothing, counts as one failure.
suite() {
    local name=$1 report=$2 outcome=pass reported=0
    shift 2
    run_check "$name" "$@" || outcome=fail
    if [[ -s $report ]]; then tools/tally --report "$report" >/dev/null || reported=$?; else reported=2; fi
    [[ $reported != 2 && ($reported == 1 || $outcome == pass) ]] && return
    if [[ $outcome == pass ]]; then
        failures=$((failures + 1))
        echo "$name: FAILED: it ran no test" >&2
    fi
    echo fail >"$results/${name// /-}.check"
}

# The web client's packages, as its lock file says, where they are not here yet.
client_packages() {
    local lock=client-web/package-lock.json have=client-web/node_modules/.package-lock.json
    [[ -e $lock ]] || return 0
    [[ $have -nt $lock ]] || quietly build/client-packages.log npm --prefix client-web ci --no-audit --no-fund
}
