package io.github.auth0migration.simulators.stormpath;

import io.github.auth0migration.simulators.ReceivedRequest;
import io.github.auth0migration.simulators.Reply;
import io.github.auth0migration.simulators.internal.QueryParameters;

/** {@code GET /v1/accounts/{id}} and what is below it. */
final class AccountsEndpoint {

    private final StormpathDialect dialect;
    private final People people;

    AccountsEndpoint(StormpathDialect dialect, People people) {
        this.dialect = dialect;
        this.people = people;
    }

    Reply get(ReceivedRequest<StormpathOperation> request, AccountJson json) {
        String expand = QueryParameters.parse(request.rawQuery()).get("expand");
        return Reply.json(200, json.of(person(request), Expansions.parse(dialect, expand, Expansions.OF_ACCOUNT)));
    }

    Reply groups(ReceivedRequest<StormpathOperation> request, Resources resources) {
        Range range = Range.of(dialect, QueryParameters.parse(request.rawQuery()));
        return Reply.json(200, resources.groups(person(request), range));
    }

    Reply customData(ReceivedRequest<StormpathOperation> request, Resources resources) {
        return Reply.json(200, resources.customData(person(request)));
    }

    private StormpathPerson person(ReceivedRequest<StormpathOperation> request) {
        return people.byId(StormpathRoutes.id(request.rawPath())).orElseThrow(RefusedException::noSuchResource);
    }
}
