# Builds the program that ./tickwing is about to start, when its jar is missing or older than its sources: for a checkout, read
# by the launcher, whose variables it uses.

# The programs whose jars it takes: itself, and what it starts as processes of their own, which its pom.xml names; the profiles
# in there are for tests. The benchmark starts all.
parts() {
    if [ "$program" = benchmark ]; then
        echo "$listed"
        return
    fi
    echo "$program"
    sed -n '/<profiles>/q; s/^ *<artifactId>\(.*\)<\/artifactId>$/\1/p' "$home/$program/pom.xml" | while read -r name; do
        ! is_program "$name" || echo "$name"
    done
}

is_program() { case $listed in *" $1 "*) true ;; *) false ;; esac; }

# Whether one of those jars is missing or older than a source: their own, and those of every library.
is_stale() {
    set -- "$home/pom.xml"
    for pom in "$home"/*/pom.xml; do
        module=${pom%/*}
        is_program "${module##*/}" || set -- "$@" "$pom" "$module/src/main"
    done
    oldest=
    for part in $(parts); do
        its=$home/$part/target/$part.jar
        [ -f "$its" ] || return 0
        [ -n "$oldest" ] && [ -z "$(find "$oldest" -newer "$its")" ] || oldest=$its
        set -- "$@" "$home/$part/pom.xml" "$home/$part/src/main"
    done
    [ -n "$(find "$@" -type f -newer "$oldest" 2>/dev/null | head -n 1)" ]
}

# Takes the lock that keeps two terminals from building into each other; whoever waited finds the work done.
lock() {
    mkdir -p "$home/target" || fail 1 "Tickwing cannot be built: $home/target cannot be made."
    waited=0
    until mkdir "$lock" 2>/dev/null; do
        owner=$(cat "$lock/pid" 2>/dev/null)
        if [ "$waited" -ge 5 ] && [ -z "$owner" ] || [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            break_lock
            continue
        fi
        [ "$waited" -gt 0 ] || echo "Waiting for the build in another terminal ..." >&2
        waited=$((waited + 1))
        sleep 1
    done
    trap 'rm -rf "$lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap 'exit 129' HUP
    echo $$ >"$lock/pid"
}

# Removes the lock of a terminal that was killed, unless somebody else has done so and taken the lock since.
break_lock() {
    mv "$lock" "$lock.$$" 2>/dev/null || return 0
    if [ "$(cat "$lock.$$/pid" 2>/dev/null)" = "$owner" ]; then
        rm -rf "$lock.$$"
    else
        mv "$lock.$$" "$lock"
    fi
}

unlock() {
    rm -rf "$lock"
    trap - EXIT INT TERM HUP
}

# What the program needs to run, and no more: tests, rules and bills of materials are for ./mvnw verify. The work is short,
# so that Java's second compiler would not pay.
build() {
    [ -x "$java_home/bin/javac" ] || fail 1 "Tickwing has to be built first, which needs a JDK, but $java_home is a" \
        "Java without a compiler; install a JDK 17 or later, or set JAVA_HOME to one."
    if [ -f "$jar" ]; then
        echo "Building Tickwing (its sources have changed) ..." >&2
    else
        echo "Building Tickwing (first use, about half a minute) ..." >&2
    fi
    set -- -pl "$program" -am
    [ "$program" != benchmark ] || set --
    log=$home/target/build.log
    if ! (cd "$home" && JAVA_HOME=$java_home MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS-}" ./mvnw -q -B -ntp -T 2 "$@" \
        package -DskipTests -Dmaven.test.skip -Denforcer.skip -Dspotless.check.skip -Dcheckstyle.skip -Dcyclonedx.skip) \
        </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        fail 1 "The build failed; $log has all of it."
    fi
}

listed=" $(programs | while read -r name _; do printf '%s ' "$name"; done)"
lock=$home/target/building
if is_stale; then
    lock
    ! is_stale || build
    unlock
fi
