package io.github.auth0migration.exports;

import io.github.auth0migration.Deadline;
import io.github.auth0migration.Failure;
import io.github.auth0migration.Identifier;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginOutcome.Cause;
import io.github.auth0migration.LoginOutcome.Refused;
import io.github.auth0migration.LoginOutcome.Rejected;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupOutcome.Evidence;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import io.github.auth0migration.SourceDescription;
import io.github.auth0migration.exports.index.AccountIndex;
import io.github.auth0migration.password.ParsedHash;
import io.github.auth0migration.password.PasswordCheck;
import io.github.auth0migration.password.PasswordHash;
import io.github.auth0migration.spi.CallFailedException;
import io.github.auth0migration.spi.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Both scripts over an index: each login computes exactly one hash, whoever it is for. */
final class ExportScripts<A> {

    private final SourceDescription description;
    private final AccountIndex index;
    private final Platform<A> platform;
    private final AccountRows<A> rows;
    private final HashSlots slots;

    ExportScripts(SourceDescription description, AccountIndex index, Platform<A> platform, HashSlots slots) {
        this.description = description;
        this.index = index;
        this.platform = platform;
        this.rows = new AccountRows<>(index, platform);
        this.slots = slots;
    }

    LoginOutcome login(LoginRequest request) throws CallFailedException {
        Owner<A> owner = owner(request.identifier());
        if (owner instanceof Owner.One<A> one) {
            ParsedHash hash = platform.hash(one.account());
            if (hash instanceof ParsedHash.Understood understood) {
                return judged(one.account(), verify(understood.hash(), request), request);
            }
            return withoutHash((ParsedHash.Refused) hash, request);
        }
        standIn(request);
        return owner.login(
                one -> {
                    throw new IllegalStateException("an owner was judged before");
                },
                misses() ? Cause.UNSPECIFIED : Cause.UNKNOWN_USER);
    }

    private PasswordCheck verify(PasswordHash hash, LoginRequest request) throws CallFailedException {
        return slots.verify(hash, request.password(), request.deadline());
    }

    /** Takes the time that a wrong password takes, and learns nothing. */
    private void standIn(LoginRequest request) throws CallFailedException {
        Optional<AccountIndex.Located> somebody =
                index.standIn(request.identifier().value());
        if (somebody.isPresent()) {
            ParsedHash hash = platform.hash(rows.account(somebody.get()));
            if (hash instanceof ParsedHash.Understood understood) {
                verify(understood.hash(), request);
            }
        }
    }

    private LoginOutcome judged(A account, PasswordCheck check, LoginRequest request) throws CallFailedException {
        return switch (check) {
            case MATCHES -> proved(account, request);
            case DIFFERS -> new Rejected(Cause.WRONG_PASSWORD, description.userId(platform.accountId(account)));
            case NOT_JUDGED -> new Refused(Refusal.unproved(Reason.PASSWORD_RESET_REQUIRED));
        };
    }

    private LoginOutcome proved(A account, LoginRequest request) throws CallFailedException {
        Optional<Reason> obstacle =
                platform.obstacle(account, request.deadline().time().instant());
        return obstacle.isPresent()
                ? new Refused(Refusal.proved(obstacle.get()))
                : platform.mapping()
                        .authenticated(
                                platform.owned(account),
                                platform.user(account),
                                platform.caveats(account),
                                request.identifier());
    }

    private LoginOutcome withoutHash(ParsedHash.Refused refused, LoginRequest request) throws CallFailedException {
        if (refused.reason() == ParsedHash.Reason.SETTING_REQUIRED) {
            // Tells who has an account anyway, and is not counted by guards: no work for it.
            return new LoginOutcome.Unavailable(Failure.of(Failure.Kind.CONFIGURATION, refused.detail()));
        }
        standIn(request);
        return new Refused(Refusal.unproved(
                refused.reason() == ParsedHash.Reason.NO_PASSWORD
                        ? Reason.NO_PASSWORD
                        : Reason.PASSWORD_RESET_REQUIRED));
    }

    LookupOutcome getUser(LookupRequest request) throws CallFailedException {
        Deadline deadline = request.deadline();
        if (request.identifier().isPresent()) {
            Identifier typed = request.identifier().get();
            return owner(typed).lookup(account -> found(account, Optional.of(typed), deadline), evidence());
        }
        Optional<A> account = byUserId(request.userId().orElseThrow());
        return account.isPresent()
                ? found(account.get(), Optional.empty(), deadline)
                : new LookupOutcome.NotFound(evidence());
    }

    private Optional<A> byUserId(String userId) throws CallFailedException {
        Optional<String> id = description.platformId(userId);
        Optional<AccountIndex.Located> located = id.isEmpty() ? Optional.empty() : index.byId(id.get());
        return located.isEmpty() ? Optional.empty() : Optional.of(rows.account(located.get()));
    }

    private LookupOutcome found(A account, Optional<Identifier> typed, Deadline deadline) throws CallFailedException {
        Optional<Reason> obstacle = platform.obstacle(account, deadline.time().instant());
        return obstacle.isPresent()
                ? LookupOutcome.Refused.of(obstacle.get())
                : platform.mapping().found(platform.user(account), typed);
    }

    private Owner<A> owner(Identifier typed) throws CallFailedException {
        List<A> accounts = new ArrayList<>();
        for (AccountIndex.Located located : index.named(typed.value())) {
            accounts.add(rows.account(located));
        }
        return platform.ownerAmong(accounts, typed);
    }

    private Evidence evidence() {
        return misses() ? Evidence.INDEX : Evidence.EXACT;
    }

    /** Whether somebody may be in the files who is not in the index. */
    private boolean misses() {
        return index.counts().broken() > 0;
    }
}
