# Completes the names of programs, and their options. For bash, in ~/.bashrc:
#     source /path/to/launch/completion.bash
# For zsh, in ~/.zshrc: autoload -U +X bashcompinit && bashcompinit, and the same line.

# Sets options to what a program's --help names; each program is asked once a shell.
_tickwing_ask() { # launcher, program
    local known="_tickwing_options_${2//-/_}"
    eval "options=\${$known-}"
    if [ -z "$options" ]; then
        options=$("$1" "$2" --help 2>/dev/null | grep -oE -e '--[a-z][a-z-]+' | sort -u)
        eval "$known=\$options"
    fi
}

_tickwing() {
    local word="${COMP_WORDS[COMP_CWORD]}" words
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        words=$("${COMP_WORDS[0]}" 2>/dev/null | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p')
    else
        case $word in
            -*)
                local options
                _tickwing_ask "${COMP_WORDS[0]}" "${COMP_WORDS[1]}"
                words=$options
                ;;
            # Files, as the shell completes them.
            *) return ;;
        esac
    fi
    # shellcheck disable=SC2207 # names have no blanks
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}

complete -o default -F _tickwing tickwing
complete -o default -F _tickwing ./tickwing
