package io.github.auth0migration.simulators.gigya;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The site behind the server: the data centre first, then form, credentials and rights, then the call itself. */
final class GigyaService {

    private final Clock clock;
    private final ServerKey key;
    private final Crowd crowd = new Crowd();
    private final LoginGuard guard;
    private final AccountJson json;
    private final SearchIndex index;
    private final Directory directory;
    private final LoginAnswers loginAnswers;
    private final LoginEndpoint login;
    private final AccountEndpoint accounts;
    private final SearchEndpoint search;
    private final ForcedErrors forced = new ForcedErrors();
    private final Set<GigyaOperation> denied = Collections.synchronizedSet(EnumSet.noneOf(GigyaOperation.class));
    private volatile @Nullable String otherDataCenter;

    GigyaService(Clock clock, ServerKey key) {
        this.clock = clock;
        this.key = key;
        this.guard = new LoginGuard(clock);
        this.json = new AccountJson(guard::lockedUntil);
        this.index = new SearchIndex(clock);
        this.directory = new Directory(clock, crowd, person -> index.changed(person.uid(), SearchRow.of(person, json)));
        RegTokens regTokens = new RegTokens(clock);
        this.loginAnswers = new LoginAnswers(clock, json, regTokens);
        this.login = new LoginEndpoint(clock, directory, guard, loginAnswers);
        this.accounts = new AccountEndpoint(directory, json, regTokens);
        this.search = new SearchEndpoint(clock, new Population(index, crowd, json));
    }

    ServerKey key() {
        return key;
    }

    Crowd crowd() {
        return crowd;
    }

    LoginGuard guard() {
        return guard;
    }

    SearchIndex index() {
        return index;
    }

    Directory directory() {
        return directory;
    }

    LoginAnswers loginAnswers() {
        return loginAnswers;
    }

    LoginEndpoint login() {
        return login;
    }

    AccountEndpoint accounts() {
        return accounts;
    }

    SearchEndpoint search() {
        return search;
    }

    ForcedErrors forced() {
        return forced;
    }

    Set<GigyaOperation> denied() {
        return denied;
    }

    void otherDataCenter(@Nullable String domain) {
        this.otherDataCenter = domain;
    }

    Reply answer(ReceivedRequest<GigyaOperation> request) {
        QueryParameters form = QueryParameters.parse(request.body());
        return decide(request, form).reply(clock.instant(), form.get("context"));
    }

    private GigyaAnswer decide(ReceivedRequest<GigyaOperation> request, QueryParameters form) {
        String domain = otherDataCenter;
        if (domain != null) {
            String location = "https://accounts." + domain + request.rawPath();
            return GigyaAnswer.of(301_001, Map.of("apiDomain", domain, "location", location));
        }
        if (request.operation() == GigyaOperation.OTHER) {
            return GigyaAnswer.error(400_096);
        }
        if (!isForm(request)) {
            return GigyaAnswer.error(400_006, "Parameters must be sent as a form by POST");
        }
        return key.refuse(request, form)
                .or(() -> refuseRight(request.operation()))
                .or(() -> forced.next(request.operation()))
                .orElseGet(() -> allowed(request.operation(), form));
    }

    private Optional<GigyaAnswer> refuseRight(GigyaOperation operation) {
        return denied.contains(operation) ? Optional.of(GigyaAnswer.error(403_007)) : Optional.empty();
    }

    private GigyaAnswer allowed(GigyaOperation operation, QueryParameters form) {
        return switch (operation) {
            case LOGIN -> login.answer(form);
            case GET_ACCOUNT_INFO -> accounts.info(form);
            case SEARCH -> search.answer(form);
            case FIND_IDENTIFIER -> accounts.find(form);
            case OTHER -> GigyaAnswer.error(400_096);
        };
    }

    private static boolean isForm(ReceivedRequest<GigyaOperation> request) {
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return request.method().equals("POST")
                && type.split(";", 2)[0].strip().equals("application/x-www-form-urlencoded");
    }
}
