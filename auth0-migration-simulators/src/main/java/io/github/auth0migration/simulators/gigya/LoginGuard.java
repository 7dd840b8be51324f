package io.github.auth0migration.simulators.gigya;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Counts wrong passwords by account, and says whom a lockout or a captcha stops. Thread-safe by its monitor. */
final class LoginGuard {

    private static final Duration LOCKOUT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> lockedUntil = new HashMap<>();
    private int lockoutAfter = 5;
    private int captchaAfter = Integer.MAX_VALUE;
    private boolean addressLocked;

    LoginGuard(Clock clock) {
        this.clock = clock;
    }

    synchronized void lockoutAfter(int wrongPasswords) {
        this.lockoutAfter = wrongPasswords;
    }

    synchronized void captchaAfter(int wrongPasswords) {
        this.captchaAfter = wrongPasswords;
    }

    synchronized void lockAddress(boolean locked) {
        this.addressLocked = locked;
    }

    /** Stops everybody, known or not, and shows on no account. */
    synchronized boolean stopsAddress() {
        return addressLocked;
    }

    /** What stops this person before the password is looked at. */
    synchronized Optional<GigyaAnswer> stop(GigyaPerson person) {
        if (lockedUntil(person).isPresent()) {
            return Optional.of(GigyaAnswer.error(403_120));
        }
        boolean captcha = failures.getOrDefault(person.uid(), 0) >= captchaAfter;
        return captcha ? Optional.of(GigyaAnswer.of(401_020, Map.of("errorFlags", "captchaNeeded"))) : Optional.empty();
    }

    /** Empty when the lockout is over. */
    synchronized Optional<Instant> lockedUntil(GigyaPerson person) {
        return Optional.ofNullable(lockedUntil.get(person.uid()))
                .or(person::lockedUntil)
                .filter(end -> end.isAfter(clock.instant()));
    }

    synchronized void failed(GigyaPerson person) {
        if (failures.merge(person.uid(), 1, Integer::sum) >= lockoutAfter) {
            failures.remove(person.uid());
            lockedUntil.put(person.uid(), clock.instant().plus(LOCKOUT));
        }
    }

    synchronized void forget(String uid) {
        failures.remove(uid);
        lockedUntil.remove(uid);
    }
}
