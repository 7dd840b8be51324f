package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;
import java.time.Clock;

/** The tenant behind the server: the API key first, then the operation itself. */
final class StormpathService {

    private final Settings settings;
    private final ApiKeys keys;
    private final TenantInfo tenant;
    private final LoginAttempts attempts;
    private final People people;
    private final LoginEndpoint login;
    private final SearchEndpoint search;
    private final AccountsEndpoint accounts;

    StormpathService(Clock clock, StormpathDialect dialect, String applicationId, ApiKeys.Key key) {
        this.settings = new Settings(dialect);
        this.keys = new ApiKeys(new SignedRequests(clock, dialect), key.id(), key.secret());
        Directories directories = new Directories(dialect);
        this.tenant = new TenantInfo(StormpathIds.fresh(dialect), applicationId, clock.instant(), directories);
        this.attempts = new LoginAttempts(clock, dialect);
        this.people = new People(clock, dialect, attempts);
        this.login = new LoginEndpoint(dialect, applicationId, new SignIn(dialect, people, directories, attempts));
        this.search = new SearchEndpoint(settings, tenant, people);
        this.accounts = new AccountsEndpoint(dialect, people);
    }

    Settings settings() {
        return settings;
    }

    ApiKeys keys() {
        return keys;
    }

    TenantInfo tenant() {
        return tenant;
    }

    LoginAttempts attempts() {
        return attempts;
    }

    People people() {
        return people;
    }

    Reply answer(ReceivedRequest<StormpathOperation> request) {
        String requestId = StormpathIds.request();
        Reply reply = answer(request, requestId);
        // What follows the headers of an answer to HEAD would be read as the next answer.
        Reply whole = request.method().equals("HEAD") ? Reply.of(reply.status(), new byte[0]) : reply;
        return settings.dialect().isCompatible() ? whole : whole.with("Stormpath-Request-Id", requestId);
    }

    private Reply answer(ReceivedRequest<StormpathOperation> request, String requestId) {
        if (settings.dialect().isCompatible() && !StormpathRoutes.knows(request.rawPath())) {
            return ErrorBody.noSuchPage();
        }
        try {
            if (!keys.accepts(request)) {
                throw RefusedException.generic(401, "A valid API key is required.");
            }
            return allowed(request);
        } catch (RefusedException e) {
            return ErrorBody.reply(settings.dialect(), e, requestId);
        }
    }

    private Reply allowed(ReceivedRequest<StormpathOperation> request) {
        Resources resources = new Resources(settings, Hrefs.of(settings.hrefs(), request), tenant);
        AccountJson json = new AccountJson(settings.dialect(), resources, tenant, attempts);
        return switch (request.operation()) {
            case LOGIN_ATTEMPTS -> login.answer(request, resources, json);
            case GET_ACCOUNT -> accounts.get(request, json);
            case SEARCH_ACCOUNTS -> search.answer(request, resources, json);
            case GET_APPLICATION -> application(request, resources);
            case GET_ACCOUNT_STORE_MAPPINGS -> mappings(request, resources);
            case GET_GROUPS -> accounts.groups(request, resources);
            case GET_CUSTOM_DATA -> accounts.customData(request, resources);
            case OTHER -> other(request, resources);
        };
    }

    private Reply application(ReceivedRequest<StormpathOperation> request, Resources resources) {
        requireOurs(request);
        return Reply.json(200, resources.application());
    }

    private Reply mappings(ReceivedRequest<StormpathOperation> request, Resources resources) {
        requireOurs(request);
        Range range = Range.of(settings.dialect(), QueryParameters.parse(request.rawQuery()));
        return Reply.json(200, resources.mappings(new Range(range.offset(), range.atMost(settings.pageCap()))));
    }

    private void requireOurs(ReceivedRequest<StormpathOperation> request) {
        if (!StormpathRoutes.id(request.rawPath()).equals(tenant.applicationId())) {
            throw RefusedException.noSuchResource();
        }
    }

    private static Reply other(ReceivedRequest<StormpathOperation> request, Resources resources) {
        if (!StormpathRoutes.knows(request.rawPath())) {
            throw RefusedException.noSuchResource();
        }
        if (!request.rawPath().equals(StormpathRoutes.CURRENT_TENANT)
                || !request.method().equals("GET")) {
            throw RefusedException.generic(405, "The method is not supported here.");
        }
        return Reply.of(302, new byte[0]).with("Location", resources.href(resources.tenantPath()));
    }
}
