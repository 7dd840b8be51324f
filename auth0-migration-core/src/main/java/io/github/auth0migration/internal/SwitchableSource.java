package io.github.auth0migration.internal;

import io.github.auth0migration.CheckReport;
import io.github.auth0migration.Failure;
import io.github.auth0migration.LoginOutcome;
import io.github.auth0migration.LoginRequest;
import io.github.auth0migration.LookupOutcome;
import io.github.auth0migration.LookupRequest;
import io.github.auth0migration.MigrationSource;
import io.github.auth0migration.SourceSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asks the source only while its switch is on. */
public final class SwitchableSource extends ForwardingSource {

    private final SourceSwitch onOff;
    private final Failure off;

    public SwitchableSource(MigrationSource delegate, SourceSwitch onOff) {
        super(delegate);
        this.onOff = Objects.requireNonNull(onOff, "onOff");
        this.off =
                Failure.of(Failure.Kind.SWITCHED_OFF, "An operator switched the source " + delegate.name() + " off.");
    }

    @Override
    public LoginOutcome login(LoginRequest request) {
        return onOff.isOn() ? delegate.login(request) : new LoginOutcome.Unavailable(off);
    }

    @Override
    public LookupOutcome getUser(LookupRequest request) {
        return onOff.isOn() ? delegate.getUser(request) : new LookupOutcome.Unavailable(off);
    }

    @Override
    public CheckReport check() {
        if (onOff.isOn()) {
            return delegate.check();
        }
        List<CheckReport.Finding> findings = new ArrayList<>();
        findings.add(CheckReport.Finding.problem("switch", off.detail() + " Turn it on when it may be asked again."));
        findings.addAll(delegate.check().findings());
        return new CheckReport(findings);
    }
}
