package io.github.auth0migration.internal;

import io.github.auth0migration.DenyList;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.Refusal;
import io.github.auth0migration.Refusal.Reason;
import java.util.Objects;

/** Keeps some people out, before and after the source is asked. */
public final class ExcludingSource extends ForwardingSource {

    private final DenyList denyList;

    public ExcludingSource(MigrationSource delegate, DenyList denyList) {
        super(delegate);
        this.denyList = Objects.requireNonNull(denyList, "denyList");
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        if (denyList.denies(request.identifier())) {
            return new LoginOutcome.Refused(Refusal.unproved(Reason.POLICY_DENIED));
        }
        LoginOutcome outcome = delegate.login(request);
        return outcome instanceof LoginOutcome.Authenticated in && denyList.denies(in.user())
                ? new LoginOutcome.Refused(Refusal.proved(Reason.POLICY_DENIED))
                : outcome;
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        if (request.identifier().filter(denyList::denies).isPresent()) {
            return LookupOutcome.Refused.of(Reason.POLICY_DENIED);
        }
        LookupOutcome outcome = delegate.getUser(request);
        return outcome instanceof LookupOutcome.Found found && denyList.denies(found.user())
                ? LookupOutcome.Refused.of(Reason.POLICY_DENIED)
                : outcome;
    }
}
